package org.masterplan.profiles.connection.jobs;

import java.util.HashMap;
import java.util.Map;
import org.masterplan.profiles.connection.app.Databases;
import org.masterplan.profiles.connection.domain.Definition;

/**
 * What has come from a database, as an operation's checkpoint keeps it.
 *
 * @param definition by which it was read
 * @param body id of the stored rows; empty if there was none
 * @param reading how often it was begun to read: each time is a load of its own
 * @param way which of its rows and columns were fetched
 */
record Fetched(
    Definition definition, Databases.Read read, String body, long bytes, int reading, Way way) {
  private static final String READING = "reading";
  private static final String BODY = "body";
  private static final String LEFT_OUT = "leftOut.";
  private static final String MAPPED = "mapped";
  private static final String ALL = "all";

  /**
   * Which rows and columns they are.
   *
   * @param all whether these are all rows there are
   * @param mapped how they are to be read, if only the columns were fetched that this needs; empty
   *     if all were
   */
  record Way(boolean all, String mapped) {}

  /** Whether a checkpoint holds it. */
  static boolean isIn(Map<String, String> checkpoint) {
    return checkpoint.containsKey(BODY);
  }

  /** How often a checkpoint says that reading was begun. */
  static int readings(Map<String, String> checkpoint) {
    return Integer.parseInt(checkpoint.getOrDefault(READING, "0"));
  }

  /** What a checkpoint says while nothing has been fetched yet. */
  static Map<String, String> begun(int reading) {
    return Map.of(READING, Integer.toString(reading));
  }

  static Fetched of(Map<String, String> checkpoint) {
    var leftOut =
        checkpoint.entrySet().stream()
            .filter(e -> e.getKey().startsWith(LEFT_OUT))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return new Fetched(
        new Definition(
            checkpoint.getOrDefault("url", ""),
            "",
            "",
            checkpoint.getOrDefault("table", ""),
            checkpoint.getOrDefault("cursorColumn", "")),
        new Databases.Read(checkpoint.getOrDefault("cursor", ""), leftOut),
        checkpoint.getOrDefault(BODY, ""),
        Long.parseLong(checkpoint.getOrDefault("fetched", "0")),
        readings(checkpoint),
        new Way(
            Boolean.parseBoolean(checkpoint.getOrDefault(ALL, "false")),
            checkpoint.getOrDefault(MAPPED, "")));
  }

  Map<String, String> checkpoint() {
    var checkpoint = new HashMap<String, String>();
    checkpoint.put(READING, Integer.toString(reading));
    checkpoint.put("url", definition.url());
    checkpoint.put("table", definition.table());
    checkpoint.put("cursorColumn", definition.cursorColumn());
    checkpoint.put("cursor", read.cursor());
    checkpoint.put(BODY, body);
    checkpoint.put("fetched", Long.toString(bytes));
    checkpoint.put(MAPPED, way.mapped());
    checkpoint.put(ALL, Boolean.toString(way.all()));
    for (int i = 0; i < read.leftOut().size(); i++) {
      checkpoint.put("%s%04d".formatted(LEFT_OUT, i), read.leftOut().get(i));
    }
    return checkpoint;
  }
}
