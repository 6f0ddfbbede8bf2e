package org.masterplan.profiles.connection.domain;

import java.util.Map;
import java.util.regex.Pattern;
import org.masterplan.kernel.refusal.InvalidFields;

/**
 * A table or view, as its database writes it.
 *
 * @param schema empty: the one that the database takes by itself
 */
public record TableName(String schema, String name) {
  static final String FIELD = "connection.table";
  private static final String PART = "\"(?:[^\"]|\"\")+\"|[^\".]+";
  private static final Pattern FORM = Pattern.compile("(?:(" + PART + ")\\.)?(" + PART + ")");
  private static final Pattern PLAIN = Pattern.compile("[^\".]+");

  /** {@code schema.table} or {@code table}; a part in double quotes may hold dots and quotes. */
  public static TableName parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw InvalidFields.of(FIELD, "DATABASE_TABLE_FORM", Map.of("field", FIELD, "value", text));
    }
    var schema = parts.group(1);
    return new TableName(schema == null ? "" : unquoted(schema), unquoted(parts.group(2)));
  }

  @Override
  public String toString() {
    return (schema.isEmpty() ? "" : quoted(schema) + ".") + quoted(name);
  }

  private static String unquoted(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part;
  }

  private static String quoted(String part) {
    return PLAIN.matcher(part).matches() ? part : "\"" + part.replace("\"", "\"\"") + "\"";
  }
}
