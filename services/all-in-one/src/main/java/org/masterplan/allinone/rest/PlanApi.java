package org.masterplan.allinone.rest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.masterplan.allinone.phrases.Phrases;

/** One caller of a running plan. */
public final class PlanApi {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int TRIES = 5;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI address;
  private final String token;

  /**
   * Calls as the holder of the token.
   *
   * @param token empty: as nobody
   */
  public PlanApi(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Calls as a user of the demonstration. */
  public static PlanApi asDemoUser(URI address, String user) throws IOException {
    var who = new JsonObject();
    who.addProperty("user", user);
    var answer = new PlanApi(address, "").post("/v1/dev/token", new Body.Json(who));
    return new PlanApi(address, answer.get("token").getAsString());
  }

  /** A token for a user by password; a wrong one is not tried again. */
  public static JsonObject token(URI address, String user, String password) throws IOException {
    var who = new JsonObject();
    who.addProperty("user", user);
    who.addProperty("password", password);
    return new PlanApi(address, "").send("/v1/token", new Body.Json(who));
  }

  /** Asks; paths may carry a query. */
  public JsonObject get(String path) throws IOException {
    return answer(request(path).GET().build());
  }

  /** What a path answers that is no JSON; paths may carry a query. */
  public String text(String path) throws IOException {
    var response = send(request(path).GET().build());
    if (response.statusCode() >= 400) {
      throw refused(response);
    }
    return response.body();
  }

  /** Sends; asked again a few times while the service behind it is away. */
  public JsonObject post(String path, Body body) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return send(path, body);
      } catch (Refused e) {
        if (!e.mayPass() || attempt == TRIES) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /** Sends an empty request, for acts that need no more than a name. */
  public JsonObject post(String path) throws IOException {
    return post(path, new Body.Json(new JsonObject()));
  }

  /** The status with which a path answers. */
  public int status(String path) throws IOException {
    return send(request(path).method("GET", BodyPublishers.noBody()).build()).statusCode();
  }

  private JsonObject send(String path, Body body) throws IOException {
    var request = request(path).header("Content-Type", body.contentType());
    return answer(request.POST(body.publisher()).build());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .header("Accept-Language", Phrases.spoken().toLanguageTag());
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonObject answer(HttpRequest request) throws IOException {
    var response = send(request);
    if (response.statusCode() >= 400) {
      throw refused(response);
    }
    return parse(response.body());
  }

  private static Refused refused(HttpResponse<String> response) {
    var error = parse(response.body()).get("error");
    var told = error instanceof JsonObject object ? object : new JsonObject();
    return Refused.of(response.statusCode(), told);
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonObject parse(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
    } catch (JsonSyntaxException _) {
      return new JsonObject();
    }
  }

  private static void pause(int attempt) throws IOException {
    try {
      Thread.sleep(Duration.ofMillis(500L * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
