package org.masterplan.profiles.connection.domain;

import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;

/**
 * What its keepers say about the database behind a source; checked as a whole.
 *
 * @param url where it is
 * @param user who signs in there; empty for a file
 * @param secret name of the file that holds the password for this server; empty for none
 * @param table as {@link TableName} writes it
 * @param cursorColumn from whose last value pulls go on; empty: they read everything
 */
public record Definition(
    String url, String user, String secret, String table, String cursorColumn) {
  /** Nothing is said yet. */
  public static final Definition NONE = new Definition("", "", "", "", "");

  private static final String SECRET = "connection.secret";

  /** Whether there is no database. */
  public boolean empty() {
    return equals(NONE);
  }

  /** Throws {@link InvalidFields} unless it is empty, or says where and what to read. */
  public void check() {
    if (empty()) {
      return;
    }
    require("connection.url", url);
    require(TableName.FIELD, table);
    var parsed = parsedUrl();
    TableName.parse(table);
    // Not said again: whoever writes a password here has made a mistake.
    if (!secret.isEmpty() && !PlainName.is(secret)) {
      throw InvalidFields.of(SECRET, "DATABASE_SECRET_FORM", Map.of("field", SECRET));
    }
    if (parsed.kind() != DatabaseKind.SQLITE) {
      require("connection.user", user);
    }
  }

  public DatabaseUrl parsedUrl() {
    return DatabaseUrl.parse(url);
  }

  public TableName parsedTable() {
    return TableName.parse(table);
  }

  /** The same, read in no order. */
  public Definition withoutCursor() {
    return new Definition(url, user, secret, table, "");
  }

  /** Whether a cursor of the other means the same here. */
  public boolean readsAs(Definition other) {
    return url.equals(other.url)
        && table.equals(other.table)
        && cursorColumn.equals(other.cursorColumn);
  }

  private static void require(String field, String value) {
    if (value.isBlank()) {
      var violation = Violation.required(field);
      throw InvalidFields.of(violation.field(), violation.reason(), violation.about());
    }
  }
}
