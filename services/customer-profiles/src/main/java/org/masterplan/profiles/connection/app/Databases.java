package org.masterplan.profiles.connection.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Definition;

/**
 * The databases of others, which are only read. Every method refuses what this installation may not
 * connect to, before it connects; what goes wrong there is a refusal too, in which the database's
 * own words do not come. Every implementation passes {@code DatabasesContract}.
 */
public interface Databases {
  /** Refuses hosts, files and secrets that are not allowed; connects to nothing. */
  void check(Definition definition);

  /** The columns of the table, in its order; refuses a cursor column that cannot be one. */
  List<Column> columns(Definition definition);

  /**
   * Gives every row to {@code row}, by column: as text, without what is empty or holds bytes. With
   * a cursor column in its order, and always with that column.
   */
  Read read(Definition definition, Part part, Consumer<Map<String, String>> row);

  /**
   * What of a table is read.
   *
   * @param columns that are read; empty: all of them
   * @param from the least value of the cursor column that is read; empty: everything is
   */
  record Part(Set<String> columns, String from) {
    public Part {
      columns = Set.copyOf(columns);
    }

    /** Every column, from that value on. */
    public static Part from(String from) {
      return new Part(Set.of(), from);
    }

    /** Whether a column is read for itself. */
    public boolean names(String column) {
      return columns.isEmpty() || columns.contains(column);
    }
  }

  /**
   * What was read.
   *
   * @param cursor highest value of the cursor column; empty if there was none
   * @param leftOut the columns that hold bytes
   */
  record Read(String cursor, List<String> leftOut) {
    public Read {
      leftOut = List.copyOf(leftOut);
    }
  }
}
