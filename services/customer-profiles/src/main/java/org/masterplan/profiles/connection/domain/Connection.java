package org.masterplan.profiles.connection.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;

/**
 * How a source is pulled from its database. Every source has one; at revision 0 nothing was ever
 * said about it.
 *
 * @param source the source that it belongs to
 * @param lastPull name of the operation of the last pull; empty for none
 * @param reached what the last finished pull came to
 */
public record Connection(
    ResourceName source,
    Definition definition,
    String lastPull,
    Reached reached,
    Optional<Instant> updatedAt,
    long revision) {

  /**
   * Where a finished pull has ended.
   *
   * @param cursor highest value of the cursor column; empty if none was read
   * @param leftOut columns that hold bytes
   * @param at when, if ever
   * @param mapped how its rows were read: by another mapping the rows before say less than they
   *     could
   */
  public record Reached(String cursor, List<String> leftOut, Optional<Instant> at, String mapped) {
    public static final Reached NOWHERE = new Reached("", List.of(), Optional.empty(), "");

    public Reached {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A source of which only files are known. */
  public static Connection none(ResourceName source) {
    return new Connection(source, Definition.NONE, "", Reached.NOWHERE, Optional.empty(), 0);
  }

  /** Where the plan finds it, {@code sources/{source}/connection}. */
  public String name() {
    return source + "/connection";
  }

  /** Described anew; what was read elsewhere says nothing about here. */
  public Connection define(Definition next, Instant now) {
    next.check();
    var kept = next.readsAs(definition) ? reached : Reached.NOWHERE;
    return new Connection(source, next, lastPull, kept, Optional.of(now), revision + 1);
  }

  /** A pull begins. */
  public Connection pull(String operation, Instant now) {
    return new Connection(source, definition, operation, reached, Optional.of(now), revision + 1);
  }

  /** From where a pull goes on that reads in that way; empty: from the beginning. */
  public String goesOn(String mapped) {
    return reached.mapped().equals(mapped) ? reached.cursor() : "";
  }

  /** A pull of that definition has come so far; a cursor that it did not meet stays. */
  public Connection pulled(Definition read, Reached came, Instant now) {
    if (!definition.readsAs(read)) {
      return this;
    }
    var cursor = came.cursor().isEmpty() ? goesOn(came.mapped()) : came.cursor();
    var next = new Reached(cursor, came.leftOut(), Optional.of(now), came.mapped());
    return new Connection(source, definition, lastPull, next, Optional.of(now), revision + 1);
  }
}
