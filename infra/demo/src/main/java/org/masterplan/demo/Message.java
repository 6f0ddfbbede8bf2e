package org.masterplan.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proposed message.
 *
 * @param days after now at which it starts
 * @param hour local hour of its start, 0 to 23
 * @param hours how long its window is
 * @param extras fields that only some messages have
 */
record Message(
    String id,
    String title,
    String body,
    String community,
    String messageClass,
    String channel,
    int days,
    int hour,
    int hours,
    Map<String, Object> extras) {

  Message with(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>(extras);
    all.putAll(Json.object((Object[]) pairs));
    return new Message(id, title, body, community, messageClass, channel, days, hour, hours, all);
  }

  Message at(int otherDays, int otherHour, int otherHours) {
    return new Message(
        id,
        title,
        body,
        community,
        messageClass,
        channel,
        otherDays,
        otherHour,
        otherHours,
        extras);
  }

  Message offer(String line, int price) {
    Map<String, Object> offer = Json.object("price", price, "currency", "VND");
    return with("productLine", line, "offer", offer);
  }

  static Message of(String id, String community, String kind, String title, String body) {
    String[] parts = kind.split("/", -1);
    return new Message(id, title, body, community, parts[0], parts[1], 7, 9, 48, Map.of());
  }

  List<String> communities() {
    return List.of(community);
  }
}
