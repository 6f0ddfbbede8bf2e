package org.masterplan.profiles.consent.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.intake.Dates;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** One row of a file of consents, read. */
sealed interface ConsentRow {
  /** The row says this. */
  record Said(Consent consent) implements ConsentRow {}

  /** The row cannot be taken. */
  record Refused(Row.Bad row) implements ConsentRow {}

  /** Which record the row is about; empty if it does not say. */
  static Optional<RecordName> name(Row.Good row) {
    return row.has("source") && row.has("record")
        ? Optional.of(new RecordName(row.value("source"), row.value("record")))
        : Optional.empty();
  }

  /** Who reads when. */
  record Reader(String actor, Instant now) {
    private static final String WORD = "[A-Z][A-Z_]{1,39}";

    /** A day of a customer database begins where the customers are. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Reads a row about that record. */
    ConsentRow read(Row.Good row, SourceRecord record) {
      for (var field : new String[] {"purpose", "channel"}) {
        if (!upper(row, field).matches(WORD)) {
          return new Refused(row.refused(field, "CONSENT_WORD", Map.of()));
        }
      }
      var state = state(upper(row, "state"));
      if (state.isEmpty()) {
        return new Refused(row.refused("state", "CONSENT_STATE", Map.of()));
      }
      var time = row.has("time") ? Dates.time(row.value("time"), ZONE) : Optional.of(since(record));
      if (time.isEmpty()) {
        return new Refused(row.refused("time", "CONSENT_TIME", Map.of()));
      }
      if (time.get().isAfter(now)) {
        var about = Map.of("now", now.toString());
        return new Refused(row.refused("time", ConsentLedger.FUTURE, about));
      }
      return new Said(consent(row, record.name(), state.get(), time.get()));
    }

    private Consent consent(Row.Good row, RecordName name, Consent.State state, Instant time) {
      return new Consent(
          name.toString(),
          upper(row, "purpose"),
          upper(row, "channel"),
          state,
          time,
          row.value("evidence"),
          actor);
    }

    /** As of when the record says it; a source may be described as collected until later. */
    private Instant since(SourceRecord record) {
      var asOf = record.origin().asOf();
      return asOf.isAfter(now) ? record.origin().loadedAt() : asOf;
    }

    private static Optional<Consent.State> state(String text) {
      return switch (text) {
        case "GRANTED", "YES", "1", "TRUE" -> Optional.of(Consent.State.GRANTED);
        case "WITHDRAWN", "NO", "0", "FALSE" -> Optional.of(Consent.State.WITHDRAWN);
        default -> Optional.empty();
      };
    }

    private static String upper(Row.Good row, String field) {
      return row.value(field).toUpperCase(Locale.ROOT);
    }
  }
}
