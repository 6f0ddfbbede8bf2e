package org.masterplan.profiles.connection.app;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;

/** One database in memory, whose numbers are its cursors. */
public final class InMemoryDatabases implements Databases {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", "number", false, true),
          new Column("họ tên", "text", false, false),
          new Column("photo", "bytes", true, false),
          new Column("changed", "number", false, true));

  private final Map<String, List<DatabasesContract.Person>> tables = new HashMap<>();
  private Runnable beforeEachRow = () -> {};
  private int given;

  public void create(String table, List<DatabasesContract.Person> rows) {
    tables.put(table, rows);
  }

  /** What happens before each row is given. */
  public void beforeEachRow(Runnable happens) {
    beforeEachRow = happens;
  }

  /** How many rows were given so far. */
  public int given() {
    return given;
  }

  @Override
  public void check(Definition definition) {
    definition.check();
  }

  @Override
  public List<Column> columns(Definition definition) {
    table(definition);
    var cursor = definition.cursorColumn();
    var able = COLUMNS.stream().filter(Column::grows).map(Column::name).toList();
    if (!cursor.isEmpty() && !able.contains(cursor)) {
      throw InvalidFields.of(
          "connection.cursor_column",
          "DATABASE_CURSOR",
          Map.of("value", cursor, "known", String.join(", ", able)));
    }
    return COLUMNS;
  }

  @Override
  public Read read(Definition definition, Part part, Consumer<Map<String, String>> row) {
    columns(definition);
    var cursor = definition.cursorColumn();
    var from = part.from();
    var highest = "";
    for (var values : table(definition).stream().map(this::values).sorted(by(cursor)).toList()) {
      var reached = values.getOrDefault(cursor, "");
      if (from.isEmpty()
          || (!reached.isEmpty() && Long.parseLong(reached) >= Long.parseLong(from))) {
        beforeEachRow.run();
        given++;
        row.accept(only(values, name -> name.equals(cursor) || part.names(name)));
        highest = reached.isEmpty() ? highest : reached;
      }
    }
    return new Read(highest, List.of("photo"));
  }

  private static Comparator<Map<String, String>> by(String cursor) {
    return Comparator.comparingLong(
        row -> cursor.isEmpty() ? 0 : Long.parseLong(row.getOrDefault(cursor, "-1")));
  }

  private static Map<String, String> only(Map<String, String> values, Predicate<String> isRead) {
    var read = new LinkedHashMap<>(values);
    read.keySet().removeIf(isRead.negate());
    return read;
  }

  private Map<String, String> values(DatabasesContract.Person person) {
    var values = new LinkedHashMap<String, String>();
    values.put("id", Long.toString(person.id()));
    if (person.name() != null) {
      values.put("họ tên", person.name());
    }
    if (person.changed() != null) {
      values.put("changed", person.changed().toString());
    }
    return values;
  }

  private List<DatabasesContract.Person> table(Definition definition) {
    var name = definition.parsedTable().name();
    var rows = tables.get(name);
    if (rows == null) {
      throw InvalidFields.of(
          "connection.table",
          "DATABASE_TABLE",
          Map.of("value", name, "known", String.join(", ", tables.keySet())));
    }
    return rows;
  }
}
