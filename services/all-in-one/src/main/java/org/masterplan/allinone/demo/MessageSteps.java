package org.masterplan.allinone.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.masterplan.allinone.rest.Body;
import org.masterplan.allinone.rest.PlanApi;
import org.masterplan.allinone.rest.Refused;

/**
 * The messages that the units propose. Some break a rule on purpose: a refusal is what the plan is
 * for, and leaves the message a draft.
 */
final class MessageSteps {
  /** Of the submitted ones, every third is decided upon; the rest waits for whoever looks. */
  private static final int DECIDED = 3;

  private final Path files;
  private final Users users;
  private int submitted;

  MessageSteps(Path files, Users users) {
    this.files = files;
    this.users = users;
  }

  Step messages() throws IOException {
    return new Step(
        "messages",
        Lines.of(files.resolve("messages.jsonl")).stream()
            .<Step.Piece>map(line -> () -> propose(line))
            .toList());
  }

  private void propose(JsonObject line) throws IOException {
    var id = text(line, "id");
    // Not as "cmo", who is to find something to decide: nobody decides what they submitted.
    var proposer = users.second();
    if (!isPlanned(() -> proposer.post("/v1/messages?messageId=" + id, message(line)))) {
      return;
    }
    if (move(proposer, id, "submit", "DRAFT") && ++submitted % DECIDED == 0) {
      if (move(users.cmo(), id, "approve", "PROPOSED")) {
        move(proposer, id, "schedule", "APPROVED");
      }
    }
  }

  /**
   * Whether the message is on the plan now. It is not if the load was broken off for so long that
   * the message's day is over.
   */
  private static boolean isPlanned(Step.Piece creation) throws IOException {
    try {
      Known.isFine(creation);
      return true;
    } catch (Refused e) {
      if (e.names("message.planned_time")) {
        return false;
      }
      throw e;
    }
  }

  /** Moves a message on, if that is where it stands and no rule holds it up. */
  private static boolean move(PlanApi who, String id, String verb, String from) throws IOException {
    var now = who.get("/v1/messages/" + id);
    if (!text(now, "state").equals(from)) {
      return false;
    }
    var body = new JsonObject();
    body.addProperty("etag", text(now, "etag"));
    try {
      who.post("/v1/messages/" + id + ":" + verb, new Body.Json(body));
      return true;
    } catch (Refused e) {
      if (e.status() == 400 || e.status() == 403 || e.status() == 409) {
        return false;
      }
      throw e;
    }
  }

  private static Body.Json message(JsonObject line) {
    var body = new JsonObject();
    body.addProperty("title", text(line, "title"));
    body.addProperty("text", text(line, "body"));
    body.addProperty("businessUnit", "businessUnits/" + text(line, "unit"));
    body.addProperty("messageClass", Words.messageClass(text(line, "messageClass")));
    body.addProperty("channel", text(line, "channel"));
    body.addProperty("plannedTime", text(line, "start"));
    body.add("audience", audience(line));
    if (line.get("offer") instanceof JsonObject offer) {
      body.add("offer", offer(line, offer));
    }
    return new Body.Json(body);
  }

  private static JsonObject audience(JsonObject line) {
    var audience = new JsonObject();
    if (line.get("audience") instanceof JsonObject given) {
      audience.add("communities", names("communities/", given.get("communities")));
      audience.add("segments", names("segments/", given.get("segments")));
    }
    return audience;
  }

  private static JsonObject offer(JsonObject line, JsonObject given) {
    var price = new JsonObject();
    price.addProperty("currencyCode", text(given, "currency"));
    price.addProperty("units", text(given, "price"));
    var offer = new JsonObject();
    offer.addProperty("productLine", "productLines/" + text(line, "productLine"));
    offer.add("price", price);
    return offer;
  }

  private static JsonArray names(String collection, JsonElement ids) {
    var names = new JsonArray();
    if (ids instanceof JsonArray given) {
      given.forEach(id -> names.add(collection + id.getAsString()));
    }
    return names;
  }

  private static String text(JsonObject line, String name) {
    var value = line.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
