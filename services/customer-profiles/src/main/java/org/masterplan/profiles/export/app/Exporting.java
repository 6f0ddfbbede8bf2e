package org.masterplan.profiles.export.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.Release;
import org.masterplan.profiles.export.domain.Terms;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.Membering;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Gives profiles away, in order of name, some at a time. Whom a file holds is written down before
 * they leave, so that nobody is in a file that cannot be recalled.
 */
public final class Exporting {
  private static final int AT_ONCE = 200;

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
    var sending = new Sending(export, terms, filter, sink);
    boolean sent = false;
    try {
      sending.all(wanted);
      sent = true;
    } finally {
      var next =
          sent
              ? export.complete(sending.count, clock.instant())
              : export.breakOff(sending.count, clock.instant());
      exports.replace(next, entry(next, "PROFILES_EXPORT_ENDED"));
    }
    return export.complete(sending.count, clock.instant());
  }

  private static Filter ofAny(Set<String> sources) {
    return new Filter.Or(
        sources.stream()
            .sorted()
            .<Filter>map(
                id ->
                    new Filter.Compare(
                        CardFields.SOURCE, Filter.Op.EQ, new Value.Text("sources/" + id)))
            .toList());
  }

  private AuditEntry entry(ProfileExport export, String act) {
    var asked = export.asked();
    return new AuditEntry(clock.instant(), asked.by(), act, List.of("profiles"), asked.purpose());
  }

  /** One export on its way. */
  private final class Sending {
    private final ProfileExport export;
    private final Terms terms;
    private final Filter filter;
    private final Release release;
    private final Sink sink;
    private ProfileExport.Count count = ProfileExport.Count.NONE;

    Sending(ProfileExport export, Terms terms, Filter filter, Sink sink) {
      this.export = export;
      this.terms = terms;
      this.filter = filter;
      this.sink = sink;
      this.release = new Release(terms, people.reading().survivorship());
    }

    void all(Wanted wanted) {
      long left = wanted.limit() == 0 ? Long.MAX_VALUE : wanted.limit();
      var after = wanted.after();
      while (left > 0) {
        var names = people.cards().names(candidates(), after, (int) Math.min(AT_ONCE, left));
        if (names.isEmpty()) {
          return;
        }
        left -= send(ofThatName(names));
        after = names.getLast();
      }
    }

    /** A card says what all sources say: a unit's filter is for what its own sources say. */
    private Filter candidates() {
      return terms.own().map(Exporting::ofAny).orElse(filter);
    }

    /**
     * Who was merged into another since means that other person, who is in the file under their own
     * name where that is still to come or was just read. Where its turn is over, as in a file that
     * goes on from an earlier one, nothing of the merged person is sent: they are only counted.
     */
    private List<Profile> ofThatName(List<String> names) {
      var own = Set.copyOf(names);
      var meant = people.reading().all(names);
      count = count.merged(merged(names, meant));
      return meant.stream()
          .filter(profile -> own.contains(profile.name()))
          .sorted(Comparator.comparing(Profile::name))
          .toList();
    }

    /** How many of these names mean somebody, and not themselves. */
    private static int merged(List<String> names, List<Profile> meant) {
      var aliases = new HashSet<String>();
      meant.forEach(profile -> aliases.addAll(profile.aliases()));
      return (int) names.stream().filter(aliases::contains).count();
    }

    private boolean fits(Profile seen) {
      return terms.own().isEmpty() || CardFields.queryable().matches(filter, Card.of(seen));
    }

    /** Answers how many people went out. */
    private int send(List<Profile> some) {
      var profiles = some.stream().filter(profile -> fits(release.seen(profile))).toList();
      var consents = people.consents().standing(profiles);
      var seen = profiles.stream().map(release::seen).toList();
      var segments = segments(seen);
      var rows = new ArrayList<ExportRow>(profiles.size());
      var held = new ArrayList<Exports.Held>(profiles.size());
      for (int i = 0; i < profiles.size(); i++) {
        var profile = profiles.get(i);
        var standing = consents.getOrDefault(profile.name(), List.of());
        var given = release.of(profile, standing);
        if (given.withheld()) {
          count = count.withheld(given.leftOut());
        } else {
          count = count.given(given.leftOut());
          rows.add(row(seen.get(i), given, release.told(standing), segments));
          held.add(held(profile));
        }
      }
      exports.hold(export.name().id(), held);
      rows.forEach(sink::take);
      return rows.size();
    }

    /** Reading fails open: a file without segments is of more use than none, and says so. */
    private Optional<Map<String, List<String>>> segments(List<Profile> seen) {
      try {
        return Optional.of(people.membering().of(seen.stream().map(Card::of).toList()));
      } catch (Unavailable _) {
        count = count.withoutSegments();
        return Optional.empty();
      }
    }
  }

  private static Exports.Held held(Profile profile) {
    return new Exports.Held(
        profile.name(), profile.records().stream().map(SourceRecord::number).toList());
  }

  private static ExportRow row(
      Profile profile,
      Release.Given given,
      List<Consent> standing,
      Optional<Map<String, List<String>>> segments) {
    return new ExportRow(
        profile.name(),
        profile.aliases(),
        given,
        standing,
        segments.map(all -> all.getOrDefault(profile.name(), List.of())).orElse(List.of()),
        segments.isPresent(),
        profile.createdAt(),
        profile.updatedAt());
  }
}
