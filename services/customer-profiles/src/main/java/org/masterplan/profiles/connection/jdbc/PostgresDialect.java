package org.masterplan.profiles.connection.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.connection.domain.Definition;
import org.postgresql.Driver;

/** PostgreSQL. */
final class PostgresDialect extends Dialect {
  private static final String RESULT_BUFFER = "maxResultBuffer";

  @Override
  Connection open(Definition definition, Reach reach) throws SQLException {
    var url = definition.parsedUrl();
    var ours = new HashMap<String, String>();
    ours.put("ApplicationName", "masterplan");
    ours.put("connectTimeout", Long.toString(reach.connect().toSeconds()));
    ours.put("loginTimeout", Long.toString(reach.connect().toSeconds()));
    ours.put("socketTimeout", Long.toString(reach.silence().toSeconds()));
    // How many rows are fetched at a time follows from how wide they were; what does not fit is
    // refused by the driver before it fills the memory.
    ours.put("adaptiveFetch", "true");
    ours.put("adaptiveFetchMaximum", "100");
    ours.put(RESULT_BUFFER, "64M");
    if (url.properties().getOrDefault("sslmode", "").startsWith("verify")) {
      // Otherwise a file in the home of whoever runs the service would be looked for.
      ours.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    var database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    var connection =
        new Driver()
            .connect(
                "jdbc:postgresql://%s:%d/%s".formatted(url.host(), url.port(), database),
                properties(definition, reach, Map.copyOf(ours)));
    if (connection == null) {
      throw new SQLException("not a url of PostgreSQL", "08001");
    }
    connection.setReadOnly(true);
    // Otherwise the driver reads the whole table before it gives the first row.
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  Kind kind(int type, String typeName) {
    return switch (typeName) {
      case "timestamptz" -> Kind.MOMENT;
      case "money" -> Kind.TEXT;
      default -> super.kind(type, typeName);
    };
  }

  @Override
  List<String> tableTypes() {
    return List.of("TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "PARTITIONED TABLE");
  }

  /** The driver tells a full buffer as a broken connection; only its text names the property. */
  @Override
  Trouble trouble(SQLException e) {
    return String.valueOf(e.getMessage()).contains(RESULT_BUFFER)
        ? Trouble.ROW_SIZE
        : Trouble.of(Trouble.state(e));
  }
}
