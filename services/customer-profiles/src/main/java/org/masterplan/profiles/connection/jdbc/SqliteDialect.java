package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.masterplan.profiles.connection.domain.Definition;
import org.sqlite.SQLiteConfig;

/** A file of SQLite. */
final class SqliteDialect extends Dialect {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int INPUT_OUTPUT = 10;
  private static final int CORRUPT = 11;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  @Override
  Connection open(Definition definition, Reach reach) throws SQLException {
    var file = reach.file(definition.parsedUrl());
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) reach.connect().toMillis());
    var connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      // Somebody else's file may define functions into its views.
      statement.execute("PRAGMA trusted_schema = OFF");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  @Override
  Kind kind(int type, String typeName) {
    return typeName.toUpperCase(Locale.ROOT).equals("BLOB") ? Kind.BYTES : Kind.STORED;
  }

  @Override
  String usualSchema(Connection connection) {
    return "";
  }

  /** The lowest byte is the class of the number. */
  @Override
  Trouble trouble(SQLException e) {
    return switch (e.getErrorCode() & 0xFF) {
      case NOT_A_DATABASE, CORRUPT -> Trouble.NO_DATABASE_FILE;
      case CANNOT_OPEN, BUSY, LOCKED, INPUT_OUTPUT -> Trouble.BROKEN_OFF;
      default -> Trouble.OTHER;
    };
  }
}
