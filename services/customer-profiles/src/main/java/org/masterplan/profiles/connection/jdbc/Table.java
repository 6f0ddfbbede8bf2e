package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;

/**
 * A table that is there. Statements are made here alone, from names that the database itself has
 * given, quoted.
 */
record Table(Dialect dialect, String schema, String name, List<Typed> columns) {
  private static final String TABLE = "connection.table";
  private static final String CURSOR = "connection.cursor_column";
  private static final int TOLD = 20;

  /** A column, and how its values become text. */
  record Typed(Column column, Kind kind) {
    String name() {
      return column.name();
    }
  }

  /** The table that a definition names; refuses one that is not there. */
  static Table find(Connection connection, Dialect dialect, Definition definition)
      throws SQLException {
    var asked = definition.parsedTable();
    var schema = asked.schema().isEmpty() ? dialect.usualSchema(connection) : asked.schema();
    var names = names(connection, dialect, schema);
    if (!names.contains(asked.name())) {
      var known = names.stream().sorted().limit(TOLD).collect(Collectors.joining(", "));
      throw InvalidFields.of(
          TABLE,
          "DATABASE_TABLE",
          Map.of("value", asked.toString(), "known", known.isEmpty() ? "-" : known));
    }
    var table = new Table(dialect, schema, asked.name(), List.of());
    return new Table(dialect, schema, asked.name(), table.described(connection));
  }

  /** The same table with these of its columns. */
  Table only(Predicate<Typed> wanted) {
    return new Table(dialect, schema, name, columns.stream().filter(wanted).toList());
  }

  /** Names of those that hold bytes. */
  List<String> leftOut() {
    return columns.stream().filter(each -> each.column().leftOut()).map(Typed::name).toList();
  }

  /** Those that are read. */
  List<Typed> read() {
    var read = columns.stream().filter(each -> !each.column().leftOut()).toList();
    if (read.isEmpty()) {
      throw InvalidFields.of(TABLE, "DATABASE_TABLE_BYTES", Map.of("value", name));
    }
    return read;
  }

  /** The column that pulls go on from, if one is named; refuses one that cannot be it. */
  Optional<Typed> cursor(Definition definition) {
    var asked = definition.cursorColumn();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var able = columns.stream().filter(each -> each.column().grows()).toList();
    var found = able.stream().filter(each -> each.name().equals(asked)).findFirst();
    if (found.isEmpty()) {
      var known = able.stream().map(Typed::name).limit(TOLD).collect(Collectors.joining(", "));
      throw InvalidFields.of(
          CURSOR,
          "DATABASE_CURSOR",
          Map.of("value", asked, "known", known.isEmpty() ? "-" : known));
    }
    return found;
  }

  /** The statement that reads, from a parameter on if {@code from}. */
  String statement(Optional<Typed> cursor, boolean from) {
    var names =
        read().stream().map(each -> dialect.quoted(each.name())).collect(Collectors.joining(", "));
    var statement = new StringBuilder("SELECT ").append(names).append(" FROM ").append(quoted());
    cursor.ifPresent(
        by -> {
          var column = dialect.quoted(by.name());
          if (from) {
            var value = dialect.parameter(by.column().type());
            statement.append(" WHERE ").append(column).append(" >= ").append(value);
          }
          statement.append(" ORDER BY ").append(column);
        });
    return statement.toString();
  }

  private String quoted() {
    return schema.isEmpty()
        ? dialect.quoted(name)
        : dialect.quoted(schema) + "." + dialect.quoted(name);
  }

  private List<Typed> described(Connection connection) throws SQLException {
    var columns = new ArrayList<Typed>();
    try (var statement = connection.createStatement();
        var none = statement.executeQuery("SELECT * FROM " + quoted() + " WHERE 1 = 0")) {
      var about = none.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        var type = String.valueOf(about.getColumnTypeName(i));
        var kind = dialect.kind(about.getColumnType(i), type);
        var name = about.getColumnName(i);
        columns.add(new Typed(new Column(name, type, kind == Kind.BYTES, kind.grows()), kind));
      }
    }
    return columns;
  }

  /** Compared here, not by the database, whose patterns would take some letters for others. */
  private static List<String> names(Connection connection, Dialect dialect, String schema)
      throws SQLException {
    var names = new ArrayList<String>();
    var catalogue = dialect.schemasAreCatalogues() ? schema : connection.getCatalog();
    var types = dialect.tableTypes().toArray(String[]::new);
    try (var tables = connection.getMetaData().getTables(catalogue, null, "%", types)) {
      while (tables.next()) {
        var home = tables.getString(dialect.schemasAreCatalogues() ? "TABLE_CAT" : "TABLE_SCHEM");
        if (schema.isEmpty() || schema.equals(home)) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }
}
