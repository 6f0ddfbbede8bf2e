package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.masterplan.profiles.connection.app.DatabasesContract.Person;

/** The contract's table, made in a real database. */
final class Rows {
  private Rows() {}

  static void create(Connection connection, String bytes, String table, List<Person> rows)
      throws SQLException {
    var quoted = '"' + table.replace("\"", "\"\"") + '"';
    try (var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + quoted);
      statement.execute(
          "CREATE TABLE %s (id INTEGER, \"họ tên\" TEXT, photo %s, changed INTEGER)"
              .formatted(quoted, bytes));
    }
    try (var insert =
        connection.prepareStatement("INSERT INTO " + quoted + " VALUES (?, ?, ?, ?)")) {
      for (var row : rows) {
        insert.setLong(1, row.id());
        insert.setString(2, row.name());
        insert.setBytes(3, new byte[] {1, 2, 3});
        insert.setObject(4, row.changed(), row.changed() == null ? Types.INTEGER : Types.BIGINT);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
