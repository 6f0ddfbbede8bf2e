package org.masterplan.gateway.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;

/**
 * What the message plan shows, as its address says it.
 *
 * @param week the first of its seven days: today, if the address names none
 * @param list whether as a list instead of a week of days
 */
public record MessageQuery(
    LocalDate week,
    boolean list,
    String segment,
    String unit,
    String channel,
    String state,
    String community) {

  static MessageQuery of(Map<String, String> parameters, LocalDate today) {
    return new MessageQuery(
        firstDay(parameters.getOrDefault("week", ""), today),
        "list".equals(parameters.get("view")),
        id(parameters, "segment"),
        id(parameters, "unit"),
        id(parameters, "channel"),
        id(parameters, "state"),
        id(parameters, "community"));
  }

  /** The same in AIP-160. */
  String filter(ZoneId zone) {
    var parts = new ArrayList<String>();
    parts.add("planned_time >= \"" + week.atStartOfDay(zone).toInstant() + "\"");
    parts.add("planned_time < \"" + week.plusDays(7).atStartOfDay(zone).toInstant() + "\"");
    parts.add(state.isEmpty() ? "state != \"CANCELLED\"" : "state = \"" + state + "\"");
    if (!segment.isEmpty()) {
      parts.add("segments:\"segments/" + segment + "\"");
    }
    if (!community.isEmpty()) {
      parts.add("communities:\"communities/" + community + "\"");
    }
    if (!unit.isEmpty()) {
      parts.add("business_unit = \"businessUnits/" + unit + "\"");
    }
    if (!channel.isEmpty()) {
      parts.add("channel = \"" + channel + "\"");
    }
    return String.join(" AND ", parts);
  }

  /** The word of the view in the address. */
  public String view() {
    return list ? "list" : "week";
  }

  private static LocalDate firstDay(String week, LocalDate today) {
    try {
      return week.isEmpty() ? today : LocalDate.parse(week);
    } catch (DateTimeException _) {
      return today;
    }
  }

  private static String id(Map<String, String> parameters, String name) {
    var value = parameters.getOrDefault(name, "").strip();
    return value.matches("[A-Za-z0-9_-]{1,80}") ? value : "";
  }
}
