package org.masterplan.profiles.connection.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.connection.domain.Column;
import org.masterplan.profiles.connection.domain.Connection;
import org.masterplan.profiles.connection.domain.Definition;
import org.masterplan.profiles.source.app.SourceRegister;
import org.masterplan.profiles.source.domain.Mapping;

/** The use cases of connections: say where a source's database is, try it, pull from it. */
public final class ConnectionDesk {
  private static final int ATTEMPTS = 20;
  private static final Actor SERVICE = Actor.service("customer-profiles");

  private final SourceRegister register;
  private final Connections connections;
  private final Databases databases;
  private final Clock clock;

  public ConnectionDesk(
      SourceRegister register, Connections connections, Databases databases, Clock clock) {
    this.register = register;
    this.connections = connections;
    this.databases = databases;
    this.clock = clock;
  }

  /** The connection of a source, which may say nothing. */
  public Connection get(ResourceName source) {
    return stored(register.get(source).name());
  }

  /** Says anew where the database is, of exactly the revision that was read, if one is given. */
  public Connection define(
      ResourceName source,
      Optional<Long> seen,
      UnaryOperator<Definition> describe,
      List<String> fields,
      Actor actor) {
    register.get(source).requireLoadable();
    var connection = stored(source);
    if (seen.isPresent() && seen.get() != connection.revision()) {
      throw Stale.named(connection.name());
    }
    var next = connection.define(describe.apply(connection.definition()), clock.instant());
    if (!next.definition().empty()) {
      databases.check(next.definition());
    }
    connections.replace(next, entry(actor, "CONNECTION_UPDATED", fields));
    return next;
  }

  /** The columns that the database answers with. */
  public List<Column> columns(ResourceName source) {
    return databases.columns(described(get(source)));
  }

  /**
   * Notes the pull that begins, unless {@code underWay} says that the last one is: then its name is
   * answered. Refuses what could not be pulled.
   */
  public String begin(
      ResourceName source, String operation, Function<String, Boolean> underWay, Actor actor) {
    var known = register.get(source);
    known.requireLoadable();
    requireId(known.mapping(), known.name());
    databases.check(described(stored(source)));
    var begun =
        change(
            source,
            c -> underWay.apply(c.lastPull()) ? c : c.pull(operation, clock.instant()),
            entry(actor, "PULL_STARTED", List.of("last_pull")));
    return begun.lastPull();
  }

  /**
   * Reads the rows of a source's database: in the columns that its mapping names once a person
   * stands behind it, in all of them before.
   */
  public Databases.Read read(
      ResourceName source, Definition definition, String from, Consumer<Map<String, String>> row) {
    var known = register.get(source);
    known.requireLoadable();
    var mapping = known.mapping();
    requireColumns(mapping, databases.columns(definition));
    var only = mapping.confirmed() ? mapping.columns() : Set.<String>of();
    return databases.read(definition, new Databases.Part(only, from), row);
  }

  /** Refuses what could not be compared. */
  public void requireComparable(ResourceName source) {
    var mapping = register.get(source).mapping();
    if (mapping.empty()) {
      throw new WrongState("MAPPING_MISSING", Map.of("name", source.toString()));
    }
    requireId(mapping, source);
    databases.check(described(stored(source)));
  }

  /** Gives the id of each row of the source's database, as it stands there; empty if none. */
  public void keys(ResourceName source, Consumer<String> id) {
    requireComparable(source);
    var mapping = register.get(source).mapping();
    var definition = described(stored(source)).withoutCursor();
    requireColumns(mapping, databases.columns(definition));
    var column = mapping.idColumn();
    databases.read(
        definition,
        new Databases.Part(Set.of(column), ""),
        row -> id.accept(row.getOrDefault(column, "")));
  }

  /** Rows are told apart by their ids alone: their numbers change from pull to pull. */
  public void requireId(ResourceName source) {
    requireId(register.get(source).mapping(), source);
  }

  /** How the source's rows are read now, as its mapping says. */
  public String mapped(ResourceName source) {
    return register.get(source).mapping().reading();
  }

  /** The same, if only the columns are fetched that this needs; empty if all are. */
  public String columnsFor(ResourceName source) {
    var mapping = register.get(source).mapping();
    return mapping.confirmed() ? mapping.reading() : "";
  }

  /** From where the next pull goes on; empty: from the beginning, as after a change of mapping. */
  public String goesOn(ResourceName source) {
    var known = register.get(source);
    return known.isMappedSinceLoaded() ? "" : stored(source).goesOn(known.mapping().reading());
  }

  /**
   * Takes in where a pull has ended, unless the connection reads something else by now.
   *
   * @param mapped how its rows were read
   */
  public void pulled(
      ResourceName source, Definition definition, Databases.Read read, String mapped) {
    var now = clock.instant();
    var came = new Connection.Reached(read.cursor(), read.leftOut(), Optional.of(now), mapped);
    change(
        source,
        c -> c.pulled(definition, came, now),
        entry(SERVICE, "SOURCE_PULLED", List.of("cursor")));
  }

  private Connection stored(ResourceName source) {
    return connections.find(source.id()).orElseGet(() -> Connection.none(source));
  }

  private Connection change(
      ResourceName source, UnaryOperator<Connection> change, AuditEntry entry) {
    for (int attempt = 1; ; attempt++) {
      var old = stored(source);
      var next = change.apply(old);
      if (next.revision() == old.revision()) {
        return old;
      }
      try {
        connections.replace(next, entry);
        return next;
      } catch (Stale stale) {
        if (attempt == ATTEMPTS) {
          throw stale;
        }
      }
    }
  }

  private static Definition described(Connection connection) {
    if (connection.definition().empty()) {
      throw new WrongState("CONNECTION_MISSING", Map.of("name", connection.source().toString()));
    }
    return connection.definition();
  }

  private static void requireId(Mapping mapping, ResourceName source) {
    if (!mapping.empty() && mapping.idColumn().isEmpty()) {
      throw new WrongState("PULL_ID_MISSING", Map.of("name", source.toString()));
    }
  }

  private static void requireColumns(Mapping mapping, List<Column> columns) {
    var found = columns.stream().filter(c -> !c.leftOut()).map(Column::name).toList();
    var missing = mapping.missing(found);
    if (!missing.isEmpty()) {
      var about = Map.of("columns", String.join(", ", missing), "found", String.join(", ", found));
      throw InvalidFields.of("connection.table", "DATABASE_COLUMNS_MISSING", about);
    }
  }

  private AuditEntry entry(Actor actor, String act, List<String> fields) {
    return new AuditEntry(clock.instant(), actor.subject(), act, fields, "");
  }
}
