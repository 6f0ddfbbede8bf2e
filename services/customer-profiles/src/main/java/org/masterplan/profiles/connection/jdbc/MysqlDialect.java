package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.mariadb.jdbc.Driver;
import org.masterplan.profiles.connection.domain.Definition;

/** MySQL and MariaDB. */
final class MysqlDialect extends Dialect {
  private static final int DATABASE_DENIED = 1044;
  private static final int SIGN_IN_REFUSED = 1045;
  private static final int DATABASE_UNKNOWN = 1049;
  private static final int TABLE_DENIED = 1142;
  private static final int COLUMN_DENIED = 1143;

  @Override
  Connection open(Definition definition, Reach reach) throws SQLException {
    var url = definition.parsedUrl();
    var ours =
        Map.of(
            "connectTimeout", Long.toString(reach.connect().toMillis()),
            "socketTimeout", Long.toString(reach.silence().toMillis()),
            // A server may ask for our files, or send us to another server.
            "allowLocalInfile", "false",
            "permitRedirect", "false",
            "yearIsDateType", "false");
    var connection =
        new Driver()
            .connect(
                "jdbc:mariadb://%s:%d/%s".formatted(url.host(), url.port(), url.database()),
                properties(definition, reach, ours));
    if (connection == null) {
      throw new SQLException("not a url of MariaDB", "08001");
    }
    connection.setReadOnly(true);
    return connection;
  }

  @Override
  String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  @Override
  boolean schemasAreCatalogues() {
    return true;
  }

  @Override
  String usualSchema(Connection connection) throws SQLException {
    var catalogue = connection.getCatalog();
    return catalogue == null ? "" : catalogue;
  }

  /** Otherwise closing would read all that is left. */
  @Override
  void leave(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  Trouble trouble(SQLException e) {
    return switch (e.getErrorCode()) {
      case SIGN_IN_REFUSED -> Trouble.SIGN_IN;
      case DATABASE_UNKNOWN -> Trouble.NO_DATABASE;
      case DATABASE_DENIED, TABLE_DENIED, COLUMN_DENIED -> Trouble.DENIED;
      default -> Trouble.of(Trouble.state(e));
    };
  }
}
