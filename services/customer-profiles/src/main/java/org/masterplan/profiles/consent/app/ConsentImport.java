package org.masterplan.profiles.consent.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.ImportOutcome;
import org.masterplan.kernel.intake.ImportTally;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Takes in the consents that records hold. */
public final class ConsentImport {
  private static final int BATCH = 500;
  private static final String WORD = "[A-Z][A-Z_]{1,39}";

  private final Records records;
  private final ConsentLedger ledger;
  private final Clock clock;

  public ConsentImport(Records records, ConsentLedger ledger, Clock clock) {
    this.records = records;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Imports the rows; withdrawals are suppressed before this answers. */
  public ImportOutcome run(Rows rows, String importId, Actor actor) {
    var tally = new ImportTally(importId, _ -> {});
    var batch = new ArrayList<Row.Good>(BATCH);
    while (rows.hasNext()) {
      switch (rows.next()) {
        case Row.Bad bad -> tally.rejected(bad);
        case Row.Good good -> batch.add(good);
      }
      if (batch.size() == BATCH || !rows.hasNext()) {
        take(batch, tally, actor);
        batch.clear();
      }
    }
    ledger.tellUntold();
    return tally.outcome();
  }

  private void take(List<Row.Good> batch, ImportTally tally, Actor actor) {
    var names = new HashMap<Row.Good, RecordName>();
    batch.forEach(row -> name(row).ifPresent(name -> names.put(row, name)));
    var known = records.find(names.values());
    var words = new ArrayList<Consent>();
    for (var row : batch) {
      var name = names.get(row);
      if (name == null || !known.containsKey(name)) {
        tally.rejected(row.refused("record", "CONSENT_RECORD_UNKNOWN", Map.of()));
      } else {
        word(row, name, known, actor).ifPresentOrElse(words::add, () -> refuse(row, tally));
      }
    }
    long added = ledger.add(words);
    for (int i = 0; i < words.size(); i++) {
      if (i < added) {
        tally.imported();
      } else {
        tally.unchanged();
      }
    }
  }

  private static Optional<RecordName> name(Row.Good row) {
    return row.has("source") && row.has("record")
        ? Optional.of(new RecordName(row.value("source"), row.value("record")))
        : Optional.empty();
  }

  private static void refuse(Row.Good row, ImportTally tally) {
    var field =
        List.of("purpose", "channel", "state").stream()
            .filter(f -> !upper(row, f).matches(WORD))
            .findFirst()
            .orElse("state");
    boolean state = field.equals("state");
    tally.rejected(
        state && time(row).isEmpty() && row.has("time")
            ? row.refused("time", "CONSENT_TIME", Map.of())
            : row.refused(field, state ? "CONSENT_STATE" : "CONSENT_WORD", Map.of()));
  }

  private Optional<Consent> word(
      Row.Good row, RecordName name, Map<RecordName, SourceRecord> known, Actor actor) {
    var state = state(upper(row, "state"));
    var purpose = upper(row, "purpose");
    var channel = upper(row, "channel");
    var record = known.get(name);
    Optional<Instant> since =
        Optional.ofNullable(record)
            .map(r -> r.origin().asOf())
            .or(() -> Optional.of(clock.instant()));
    var time = row.has("time") ? time(row) : since;
    boolean words = purpose.matches(WORD) && channel.matches(WORD);
    if (state.isEmpty() || time.isEmpty() || !words) {
      return Optional.empty();
    }
    return Optional.of(
        new Consent(
            name.toString(),
            purpose,
            channel,
            state.get(),
            time.get(),
            row.value("evidence"),
            actor.subject()));
  }

  private static Optional<Consent.State> state(String text) {
    return switch (text) {
      case "GRANTED", "YES", "1", "TRUE" -> Optional.of(Consent.State.GRANTED);
      case "WITHDRAWN", "NO", "0", "FALSE" -> Optional.of(Consent.State.WITHDRAWN);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> time(Row.Good row) {
    var text = row.value("time");
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String upper(Row.Good row, String field) {
    return row.value(field).toUpperCase(Locale.ROOT);
  }
}
