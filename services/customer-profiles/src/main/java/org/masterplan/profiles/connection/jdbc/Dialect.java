package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.masterplan.profiles.connection.domain.DatabaseKind;
import org.masterplan.profiles.connection.domain.Definition;

/** What differs between the databases. A driver is loaded when its first connection is opened. */
abstract class Dialect {
  /** The dialect of a kind. */
  static Dialect of(DatabaseKind kind) {
    return switch (kind) {
      case POSTGRESQL -> new PostgresDialect();
      case MYSQL -> new MysqlDialect();
      case SQLSERVER -> new SqlServerDialect();
      case SQLITE -> new SqliteDialect();
    };
  }

  /** A connection that only reads, within the limits of {@code reach}. */
  abstract Connection open(Definition definition, Reach reach) throws SQLException;

  /** What goes wrong, by the driver's state and number. */
  abstract Trouble trouble(SQLException e);

  /** How a column's values become text. */
  Kind kind(int type, String typeName) {
    return Kind.of(type);
  }

  /** A name as a statement writes it, whatever it holds. */
  String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What stands in a statement for a value of a type. */
  String parameter(String typeName) {
    return "?";
  }

  /** The schema that is meant where none is named; empty: the database knows none. */
  String usualSchema(Connection connection) throws SQLException {
    var schema = connection.getSchema();
    return schema == null ? "" : schema;
  }

  /** Whether the database calls its schemas catalogues. */
  boolean schemasAreCatalogues() {
    return false;
  }

  /** What can be read from. */
  List<String> tableTypes() {
    return List.of("TABLE", "VIEW");
  }

  /** Leaves a result that was not read to its end. */
  void leave(Connection connection) throws SQLException {
    // Closing it is enough.
  }

  /** The properties that a url names, over ours. */
  static Properties properties(Definition definition, Reach reach, Map<String, String> ours) {
    var properties = new Properties();
    properties.putAll(ours);
    properties.putAll(reach.properties(definition.parsedUrl()));
    properties.setProperty("user", definition.user());
    properties.setProperty("password", reach.password(definition));
    return properties;
  }
}
