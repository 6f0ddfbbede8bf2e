package org.masterplan.platform.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.masterplan.common.v1.ImportResult;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.platform.call.AccessRules;

/** Shows the rows that a service's imports could not take, and tries them again. */
public final class Replays {
  private final Rejects rejects;
  private final Map<String, Importer> importers;
  private final Supplier<String> marks;

  /** {@code marks} gives each replay a word of its own. */
  public Replays(Rejects rejects, List<Importer> importers, Supplier<String> marks) {
    this.rejects = rejects;
    this.importers =
        importers.stream().collect(Collectors.toMap(Importer::kind, Function.identity()));
    this.marks = marks;
  }

  /** An import's rejected rows by line, as they may be shown. */
  public Slice<ImportResult.Rejected> list(String name, Query query, Actor actor, Locale locale) {
    var found = find(name, actor);
    var after = query.after().map(p -> Long.parseLong(p.id())).orElse(0L);
    var rows = rejects.list(found.what().id(), after, query.size() + 1);
    var page = rows.stream().limit(query.size()).toList();
    var next = page.stream().skip(query.size() - 1L).findFirst().map(Replays::position);
    return new Slice<>(page, rows.size() > query.size() ? next : Optional.empty())
        .map(row -> ImportResults.rejected(row, locale, found.importer().personal()));
  }

  /** Tries an import's rejected rows again; two replays give one result. */
  public ImportResult replay(String name, Actor actor, Locale locale) {
    var found = find(name, actor);
    var replay = new Replay(rejects, found.what(), marks.get());
    var tally = new ImportTally(found.what().id(), replay);
    found.importer().take(replay.rows(), found.what(), tally);
    replay.end();
    return ImportResults.of(tally.outcome(), locale, found.importer().personal());
  }

  private record Found(Imported what, Importer importer) {}

  private Found find(String name, Actor actor) {
    var what = rejects.find(Imported.id(name)).orElseThrow(() -> NotFound.named(name));
    var importer = importers.get(what.kind());
    if (importer == null) {
      throw NotFound.named(name);
    }
    if (!AccessRules.declares(importer.method(), actor.roles())) {
      throw new NotAllowed(
          "ROLE_NOT_ALLOWED",
          Map.of("roles", words(actor), "method", importer.method().getFullMethodName()));
    }
    importer.mayTake(what, actor);
    return new Found(what, importer);
  }

  private static String words(Actor actor) {
    return actor.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
  }

  private static Position position(Row.Bad last) {
    return new Position(new Value.Number(last.line()), Long.toString(last.line()));
  }
}
