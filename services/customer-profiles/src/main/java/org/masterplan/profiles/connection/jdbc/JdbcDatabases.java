package org.masterplan.profiles.connection.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.connection.app.Databases;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Databases by their drivers. Each call makes a connection of its own and closes it. */
public final class JdbcDatabases implements Databases {
  private static final Logger log = LoggerFactory.getLogger(JdbcDatabases.class);

  /** Rows that a driver holds at first; where it can, it counts bytes from then on. */
  private static final int FETCHED = 10;

  private final Reach reach;
  private final Clock clock;
  private final int rowChars;

  /** Rows of more than {@code rowChars} letters are refused. */
  public JdbcDatabases(Reach reach, Clock clock, int rowChars) {
    this.reach = reach;
    this.clock = clock;
    this.rowChars = rowChars;
  }

  /** What is done with an open connection. */
  private interface Use<T> {
    T with(Connection connection, Dialect dialect) throws SQLException;
  }

  @Override
  public void check(Definition definition) {
    reach.check(definition);
  }

  @Override
  public List<Column> columns(Definition definition) {
    return connected(
        definition,
        (connection, dialect) -> {
          var table = Table.find(connection, dialect, definition);
          table.cursor(definition);
          return table.columns().stream().map(Table.Typed::column).toList();
        });
  }

  @Override
  public Read read(Definition definition, Part part, Consumer<Map<String, String>> row) {
    return connected(
        definition,
        (connection, dialect) -> {
          var all = Table.find(connection, dialect, definition);
          var cursor = all.cursor(definition);
          var start = cursor.map(column -> new Start(column, part.from(), clock.instant()));
          var table =
              all.only(
                  column -> part.names(column.name()) || cursor.stream().anyMatch(column::equals));
          return new Read(rows(connection, table, start, row), all.leftOut());
        });
  }

  /** From where a table is read: everything, in the column's order, if {@code from} is empty. */
  private record Start(Table.Typed column, String from, Instant began) {
    /** The later of two places to go on from; an odd value is none. */
    String next(String highest, Map<String, String> row) {
      var text = row.get(column.name());
      return text != null && column.kind().isCursor(text, began) ? text : highest;
    }
  }

  private String rows(
      Connection connection, Table table, Optional<Start> start, Consumer<Map<String, String>> row)
      throws SQLException {
    var from = start.map(Start::from).orElse("");
    var sql = table.statement(start.map(Start::column), !from.isEmpty());
    try (var statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(FETCHED);
      if (!from.isEmpty()) {
        bind(statement, start.orElseThrow());
      }
      try (var rows = statement.executeQuery()) {
        return each(rows, table, start, row);
      } catch (RuntimeException e) {
        table.dialect().leave(connection);
        throw e;
      }
    }
  }

  /** Answers the highest value, of those to go on from, of the column that rows are ordered by. */
  private String each(
      ResultSet rows, Table table, Optional<Start> start, Consumer<Map<String, String>> row)
      throws SQLException {
    var columns = table.read();
    var highest = "";
    while (rows.next()) {
      var values = values(rows, columns, table.name());
      if (start.isPresent()) {
        highest = start.get().next(highest, values);
      }
      row.accept(values);
    }
    return highest;
  }

  /** Refuses what a load could not take in as soon as it shows: no more of the row is read. */
  private Map<String, String> values(ResultSet row, List<Table.Typed> columns, String table)
      throws SQLException {
    var values = new LinkedHashMap<String, String>();
    long chars = 0;
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var text = column.kind().text(row, i + 1);
      if (text != null) {
        values.put(column.name(), text);
        chars += column.name().length() + text.length();
      }
      if (chars > rowChars) {
        throw Trouble.tooLong(table, rowChars);
      }
    }
    return values;
  }

  /** A cursor that is no value of the column any more: its type was changed meanwhile. */
  private static void bind(java.sql.PreparedStatement statement, Start start) throws SQLException {
    try {
      start.column().kind().bind(statement, 1, start.from());
    } catch (DateTimeException | NumberFormatException _) {
      throw InvalidFields.of(
          "connection.cursor_column",
          "DATABASE_CURSOR_LOST",
          Map.of("value", start.column().name(), "type", start.column().column().type()));
    }
  }

  private <T> T connected(Definition definition, Use<T> use) {
    reach.check(definition);
    var dialect = Dialect.of(definition.parsedUrl().kind());
    boolean connected = false;
    try (var connection = dialect.open(definition, reach)) {
      connected = true;
      return use.with(connection, dialect);
    } catch (SQLException e) {
      // Neither its text nor its cause: they quote rows, statements and passwords.
      log.warn(
          "{}: state {}, number {}",
          definition.parsedUrl().kind(),
          Trouble.state(e),
          e.getErrorCode());
      var trouble = dialect.trouble(e);
      throw trouble == Trouble.ROW_SIZE
          ? Trouble.tooLong(definition.table(), rowChars)
          : Trouble.refusal(trouble, definition, e, connected);
    }
  }
}
