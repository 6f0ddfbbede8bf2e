package org.masterplan.profiles.connection.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.masterplan.profiles.connection.domain.Definition;

/** Microsoft SQL Server. */
final class SqlServerDialect extends Dialect {
  private static final int SIGN_IN_REFUSED = 18_456;
  private static final int DATABASE_UNKNOWN = 4060;
  private static final int TABLE_DENIED = 229;
  private static final int COLUMN_DENIED = 230;
  private static final int DATE_TIME_OFFSET = -155;

  @Override
  Connection open(Definition definition, Reach reach) throws SQLException {
    var url = definition.parsedUrl();
    var ours =
        Map.of(
            "databaseName", url.database(),
            "loginTimeout", Long.toString(reach.connect().toSeconds()),
            "socketTimeout", Long.toString(reach.silence().toMillis()),
            "applicationIntent", "ReadOnly",
            "responseBuffering", "adaptive");
    var connection =
        new SQLServerDriver()
            .connect(
                "jdbc:sqlserver://%s:%d".formatted(url.host(), url.port()),
                properties(definition, reach, ours));
    if (connection == null) {
      throw new SQLException("not a url of SQL Server", "08001");
    }
    connection.setReadOnly(true);
    return connection;
  }

  @Override
  String quoted(String name) {
    return '[' + name.replace("]", "]]") + ']';
  }

  /** An old type counts in three hundredths of a second, which the newer one does not equal. */
  @Override
  String parameter(String typeName) {
    return typeName.equals("datetime") ? "CAST(? AS datetime)" : "?";
  }

  @Override
  Kind kind(int type, String typeName) {
    return switch (typeName) {
      case "geometry", "geography", "hierarchyid", "timestamp" -> Kind.BYTES;
      default -> type == DATE_TIME_OFFSET ? Kind.MOMENT : super.kind(type, typeName);
    };
  }

  @Override
  Trouble trouble(SQLException e) {
    return switch (e.getErrorCode()) {
      case SIGN_IN_REFUSED -> Trouble.SIGN_IN;
      case DATABASE_UNKNOWN -> Trouble.NO_DATABASE;
      case TABLE_DENIED, COLUMN_DENIED -> Trouble.DENIED;
      default -> Trouble.of(Trouble.state(e));
    };
  }
}
