package org.masterplan.profiles.source.grpc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.platform.intake.Cells;
import org.masterplan.platform.intake.ImportResults;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.app.Pushing;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result;

/** Pushed rows as messages, and what became of them. */
public record RecordPushes(Pushing pushing, Reading reading) {

  BatchUpsertRecordsResponse push(BatchUpsertRecordsRequest request, Actor actor, Locale language) {
    var source = ResourceName.parse("parent", "sources", request.getParent());
    var pushed = pushing.push(source, rows(request), actor);
    var assigned =
        pushed.decided() ? reading.decided(pushed.present()) : reading.assignment(pushed.present());
    var profiles = new HashMap<RecordName, String>();
    pushed.present().forEach(r -> profiles.put(r.name(), assigned.getOrDefault(r.number(), "")));
    var answer = BatchUpsertRecordsResponse.newBuilder();
    for (long line = 1; line <= request.getRowsCount(); line++) {
      answer.addResults(result(pushed.outcomes(), line, profiles, language));
    }
    return answer.build();
  }

  /** Cells are read as a file's are: what says nothing is absent. */
  private static List<Row.Good> rows(BatchUpsertRecordsRequest request) {
    var rows = new ArrayList<Row.Good>(request.getRowsCount());
    for (var row : request.getRowsList()) {
      var values = new LinkedHashMap<String, String>();
      row.getCellsMap()
          .forEach(
              (column, text) -> {
                var clean = Cells.clean(text);
                if (!clean.isEmpty()) {
                  values.put(Cells.clean(column), clean);
                }
              });
      rows.add(new Row.Good(rows.size() + 1L, values));
    }
    return rows;
  }

  private static Result result(
      Map<Long, Pushing.Outcome> outcomes,
      long line,
      Map<RecordName, String> profiles,
      Locale language) {
    var result = Result.newBuilder();
    switch (outcomes.get(line)) {
      case Pushing.Outcome.Taken(var name, var fate) ->
          result
              .setOutcome(outcome(fate))
              .setRecord(name.toString())
              .setProfile(profiles.getOrDefault(name, ""));
      case Pushing.Outcome.Refused(var row) ->
          result
              .setOutcome(Result.Outcome.REJECTED)
              .setRejected(ImportResults.rejected(row, language, Set.of(row.field())));
      case null -> throw new IllegalStateException("line: " + line + " (expected: an outcome)");
    }
    return result.build();
  }

  private static Result.Outcome outcome(Load.Fate fate) {
    return switch (fate) {
      case IMPORTED -> Result.Outcome.IMPORTED;
      case UPDATED -> Result.Outcome.UPDATED;
      case UNCHANGED -> Result.Outcome.UNCHANGED;
    };
  }
}
