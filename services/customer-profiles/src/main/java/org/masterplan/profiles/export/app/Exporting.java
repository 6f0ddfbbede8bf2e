package org.masterplan.profiles.export.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.Terms;
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
  private final HandingOut files;

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

  public Exporting(Exports exports, People people, HandingOut files) {
    this.exports = exports;
    this.people = people;
    this.files = files;
  }

  /** Sends those who are asked for on the terms of the actor; answers what was written down. */
  public ProfileExport run(Wanted wanted, Actor actor, Sink sink) {
    var terms =
        new ExportTerms(people.sources()).of(actor, wanted.purpose(), Set.copyOf(wanted.fields()));
    var filter = people.membering().expand(wanted.filter());
    var export = files.begin(asked(wanted, actor, terms));
    var sending =
        new Sending(exports, people, new Sending.Order(export.name().id(), terms, filter), sink);
    boolean sent = false;
    ProfileExport ended;
    try {
      sending.all(wanted);
      sink.end();
      sent = true;
    } finally {
      ended = files.end(export, sent, sending.count());
    }
    return ended;
  }

  private static ProfileExport.Asked asked(Wanted wanted, Actor actor, Terms terms) {
    return new ProfileExport.Asked(
        actor.subject(),
        wanted.purpose(),
        wanted.format(),
        terms.masked(),
        ProfileExport.Contents.PROFILES);
  }
}
