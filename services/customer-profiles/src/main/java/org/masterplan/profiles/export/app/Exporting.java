package org.masterplan.profiles.export.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.source.app.Sources;

/**
 * Gives profiles away, in order of name, some at a time. Whom a file holds is written down before
 * they leave, so that nobody is in a file that cannot be recalled.
 */
public final class Exporting {
  private final Exports exports;
  private final People people;
  private final Supplier<String> ids;
  private final Clock clock;

  /** Who there is, and what is known of them. */
  public record People(
      Reading reading, Cards cards, Membering membering, ConsentLedger consents, Sources sources) {}

  /**
   * What is asked for.
   *
   * @param filter over {@link CardFields}
   * @param after the last profile that the receiver has; empty: from the beginning
   * @param limit at most so many people; 0: all
   */
  public record Wanted(
      Filter filter,
      String purpose,
      ProfileExport.Format format,
      List<String> fields,
      String after,
      long limit) {
    public Wanted {
      fields = List.copyOf(fields);
      if (!after.isEmpty()) {
        ProfileId.parse("after", after);
      }
      for (var field : fields) {
        if (!Dictionary.isField(field)) {
          throw InvalidFields.of(
              "fields",
              "MAPPING_FIELD",
              Map.of("value", field, "expected", String.join(", ", Dictionary.FIELDS)));
        }
      }
    }
  }

  /** Where people go, one at a time; may take its time, and may fail. */
  public interface Sink {
    void take(ExportRow row);

    /** All were taken. What it throws breaks the export off. */
    default void end() {}
  }

  public Exporting(Exports exports, People people, Supplier<String> ids, Clock clock) {
    this.exports = exports;
    this.people = people;
    this.ids = ids;
    this.clock = clock;
  }

  /** Sends those who are asked for on the terms of the actor; answers what was written down. */
  public ProfileExport run(Wanted wanted, Actor actor, Sink sink) {
    var terms =
        new ExportTerms(people.sources()).of(actor, wanted.purpose(), Set.copyOf(wanted.fields()));
    var filter = people.membering().expand(wanted.filter());
    var asked =
        new ProfileExport.Asked(actor.subject(), wanted.purpose(), wanted.format(), terms.masked());
    var export = ProfileExport.begin(ids.get(), asked, clock.instant());
    exports.add(export, entry(export, "PROFILES_EXPORTED"));
    var sending =
        new Sending(exports, people, new Sending.Order(export.name().id(), terms, filter), sink);
    boolean sent = false;
    ProfileExport ended;
    try {
      sending.all(wanted);
      sink.end();
      sent = true;
    } finally {
      ended =
          sent
              ? export.complete(sending.count(), clock.instant())
              : export.breakOff(sending.count(), clock.instant());
      exports.replace(ended, entry(ended, "PROFILES_EXPORT_ENDED"));
    }
    return ended;
  }

  private AuditEntry entry(ProfileExport export, String act) {
    var asked = export.asked();
    return new AuditEntry(clock.instant(), asked.by(), act, List.of("profiles"), asked.purpose());
  }
}
