package org.masterplan.abandonment.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.masterplan.abandonment.domain.Observation;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;

/** Takes in until when communities were looked at. */
public final class ImportingObservations {
  private static final int BATCH = 500;
  private static final String UNTIL = "observed_until";
  private static final String NOT_AT_ALL = "none";

  private final Observations observations;
  private final Roll roll;
  private final JudgingHealth judging;
  private final ActivityRows reader;

  public ImportingObservations(
      Observations observations,
      Roll roll,
      JudgingHealth judging,
      ImportingActivity.Reading reading) {
    this.observations = observations;
    this.roll = roll;
    this.judging = judging;
    this.reader = new ActivityRows(reading.pseudonyms(), reading.clock(), reading.zone());
  }

  public void take(Rows rows, ImportTally tally) {
    var touched = new HashSet<String>();
    var batch = new ArrayList<Row.Good>(BATCH);
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> batch.add(good);
      }
      if (batch.size() == BATCH || !rows.hasNext()) {
        take(batch, touched, tally);
        batch.clear();
      }
    }
    touched.forEach(judging::judge);
  }

  private void take(List<Row.Good> batch, Set<String> touched, ImportTally tally) {
    var missing = roll.missing(batch.stream().flatMap(this::community).toList());
    batch.forEach(row -> take(row, missing, touched, tally));
  }

  /** None of a row that names none: it is refused when it is taken. */
  private Stream<String> community(Row.Good row) {
    try {
      return Stream.of(reader.community(row));
    } catch (InvalidFields _) {
      return Stream.empty();
    }
  }

  private void take(Row.Good row, Set<String> missing, Set<String> touched, ImportTally tally) {
    try {
      var community = reader.community(row);
      if (missing.contains(community)) {
        tally.rejected(ActivityRows.unknownCommunity(row));
        return;
      }
      if (Texts.fold(row.value("how")).equals(NOT_AT_ALL)) {
        tally.unchanged();
        return;
      }
      var observation = Observation.stated(community, reader.instant(row, UNTIL));
      if (observations.extend(observation)) {
        tally.imported();
        touched.add(community);
      } else {
        tally.unchanged();
      }
    } catch (InvalidFields refusal) {
      tally.rejected(row.refused(refusal));
    }
  }
}
