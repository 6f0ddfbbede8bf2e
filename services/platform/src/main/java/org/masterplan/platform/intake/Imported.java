package org.masterplan.platform.intake;

import java.util.List;
import java.util.Map;

/**
 * An import as it is remembered for its rejected rows.
 *
 * @param id {@code {kind}-...}; the same file for the same purpose has the same id
 * @param columns of the file, by which an importer may tell what is in it
 * @param about what the importer needs besides the rows to take them once more; nothing personal
 */
public record Imported(String id, List<String> columns, Map<String, String> about) {
  private static final String IMPORTS = "imports/";

  public Imported {
    columns = List.copyOf(columns);
    about = Map.copyOf(about);
  }

  /** An import whose rows say everything. */
  public static Imported of(String id, List<String> columns) {
    return new Imported(id, columns, Map.of());
  }

  /** Its resource name. */
  public String name() {
    return IMPORTS + id;
  }

  /** The id in a resource name; the text itself where it is none. */
  static String id(String name) {
    return name.startsWith(IMPORTS) ? name.substring(IMPORTS.length()) : name;
  }

  /** What was imported. */
  String kind() {
    int end = id.indexOf('-');
    return end < 0 ? "" : id.substring(0, end);
  }
}
