package org.masterplan.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Writes the proposed messages and, exactly, whom those of a pair share. */
final class MessageFiles {
  private final World world;
  private final Crowd crowd;
  private final Output output;

  MessageFiles(World world, Crowd crowd, Output output) {
    this.world = world;
    this.crowd = crowd;
    this.output = output;
  }

  int write() throws IOException {
    List<Message> messages = Messages.all(crowd);
    output.lines("messages.jsonl", messages.stream().map(this::line).toList());
    try (Rows rows =
        Rows.csv(output.path("truth/collisions.csv"), "kind", "left", "right", "persons")) {
      for (int i = 1; i < messages.size(); i++) {
        pair(messages.get(i - 1), messages.get(i), rows);
      }
      for (Community community : crowd.communities()) {
        if (community.planted().contains("twin") && !community.twin().isEmpty()) {
          rows.row(
              List.of(
                  community.planted().startsWith("not") ? "near-twin" : "twin",
                  community.twin(),
                  community.id(),
                  shared(community.twin(), community.id())));
        }
      }
    }
    return messages.size();
  }

  private void pair(Message left, Message right, Rows rows) throws IOException {
    Object pair = left.extras().get("pair");
    if (pair != null && pair.equals(right.extras().get("pair"))) {
      String persons = shared(left.community(), right.community());
      rows.row(List.of(pair.toString(), left.id(), right.id(), persons));
    }
  }

  private String shared(String left, String right) {
    BitSet both = bits(left);
    both.and(bits(right));
    return String.valueOf(both.cardinality());
  }

  private BitSet bits(String community) {
    BitSet bits = new BitSet();
    for (int person : crowd.persons(crowd.community(community))) {
      bits.set(person);
    }
    return bits;
  }

  private String line(Message message) {
    Community community = crowd.community(message.community());
    Instant start =
        world
            .now()
            .plusDays(message.days())
            .atTime(message.hour(), 0)
            .toInstant(ZoneOffset.ofHours(7));
    Map<String, Object> line =
        Json.object(
            "synthetic", true,
            "id", message.id(),
            "title", message.title(),
            "body", message.body(),
            "unit", community.text("unit"),
            "proposer", "employees/" + community.text("owner"),
            "messageClass", message.messageClass(),
            "channel", message.channel(),
            "purpose", message.messageClass().equals("SURVEY") ? "SURVEY" : "MARKETING",
            "audience", Json.object("communities", message.communities(), "segments", List.of()),
            "start", start.toString(),
            "end", start.plusSeconds(3600L * message.hours()).toString());
    message
        .extras()
        .forEach(
            (key, value) -> {
              if (!key.equals("pair")) {
                line.put(key, value);
              }
            });
    line.putIfAbsent("facts", new ArrayList<String>());
    return Json.of(line);
  }
}
