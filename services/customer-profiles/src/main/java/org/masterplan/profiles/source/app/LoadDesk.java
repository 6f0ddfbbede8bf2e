package org.masterplan.profiles.source.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;

/**
 * Takes loads in: refuses at once what cannot be loaded, and suggests a mapping if none is there.
 */
public final class LoadDesk {
  private static final int SAMPLE = 200;

  private final SourceRegister register;
  private final Bodies bodies;
  private final Supplier<String> newIds;

  public LoadDesk(SourceRegister register, Bodies bodies, Supplier<String> newIds) {
    this.register = register;
    this.bodies = bodies;
    this.newIds = newIds;
  }

  /**
   * The load of a stored body. The same bytes that are being loaded already have the same id.
   * Refuses what cannot be read at all.
   */
  public Load load(ResourceName name, String body, String contentType, Actor actor) {
    var source = register.get(name);
    source.requireLoadable();
    Mapping mapping;
    try (var rows = bodies.open(body, contentType)) {
      mapping = mapping(source, rows, actor);
      check(mapping, rows);
    }
    var id = id(source, mapping, bodies.content(body));
    return new Load(id, name, body, contentType, actor.subject(), mapping.reading());
  }

  /** The load that tries the source's rejected rows again. */
  public Load replay(ResourceName name, Actor actor) {
    register.get(name).requireLoadable();
    return new Load(newIds.get(), name, "", "", actor.subject(), "");
  }

  private Mapping mapping(Source source, Rows rows, Actor actor) {
    if (!source.mapping().empty()) {
      return source.mapping();
    }
    var sample = new ArrayList<Row.Good>();
    var columns = new LinkedHashSet<>(rows.columns());
    for (int i = 0; i < SAMPLE && rows.hasNext(); i++) {
      if (rows.next() instanceof Row.Good good) {
        sample.add(good);
        columns.addAll(good.values().keySet());
      }
    }
    var suggested = register.suggest(source.name(), List.copyOf(columns), sample, actor);
    if (suggested.mapping().empty()) {
      throw new WrongState("MAPPING_MISSING", Map.of("name", source.name().toString()));
    }
    return suggested.mapping();
  }

  private static void check(Mapping mapping, Rows rows) {
    var columns = rows.columns();
    if (columns.isEmpty() || !rows.columnsAreFinal()) {
      return;
    }
    var missing = mapping.missing(columns);
    if (!missing.isEmpty()) {
      throw InvalidFields.of(
          "file",
          "COLUMNS_MISSING",
          Map.of("columns", String.join(", ", missing), "found", String.join(", ", columns)));
    }
  }

  /** Another one once the mapping has changed or a load has ended: then there is more to do. */
  private static String id(Source source, Mapping mapping, String content) {
    var loaded = source.holdings().loadedAt().map(Object::toString).orElse("");
    return "load-" + ContentId.of(source.name(), mapping, content, loaded);
  }
}
