package org.masterplan.profiles.export.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.app.Sources;

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
    var filter = filter(wanted, terms);
    var asked =
        new ProfileExport.Asked(actor.subject(), wanted.purpose(), wanted.format(), terms.masked());
    var export = ProfileExport.begin(ids.get(), asked, clock.instant());
    exports.add(export, entry(export, "PROFILES_EXPORTED"));
    var sending = new Sending(export, terms, sink);
    boolean sent = false;
    try {
      sending.all(filter, wanted);
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

  private Filter filter(Wanted wanted, Terms terms) {
    var asked = people.membering().expand(wanted.filter());
    return terms.own().<Filter>map(own -> new Filter.And(List.of(asked, ofAny(own)))).orElse(asked);
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
    private final Release release;
    private final Sink sink;
    private ProfileExport.Count count = ProfileExport.Count.NONE;

    Sending(ProfileExport export, Terms terms, Sink sink) {
      this.export = export;
      this.sink = sink;
      var trust = people.sources().trust();
      this.release = new Release(terms, new Survivorship(id -> trust.getOrDefault(id, 0)));
    }

    void all(Filter filter, Wanted wanted) {
      long left = wanted.limit() == 0 ? Long.MAX_VALUE : wanted.limit();
      var after = wanted.after();
      while (left > 0) {
        var names = people.cards().names(filter, after, (int) Math.min(AT_ONCE, left));
        if (names.isEmpty()) {
          return;
        }
        left -= send(ofThatName(names));
        after = names.getLast();
      }
    }

    /** Who was merged into another since is in the file under that name, or not asked for. */
    private List<Profile> ofThatName(List<String> names) {
      var own = Set.copyOf(names);
      return people.reading().all(names).stream().filter(p -> own.contains(p.name())).toList();
    }

    /** Answers how many people went out. */
    private int send(List<Profile> profiles) {
      var consents = people.consents().standing(profiles);
      var segments = segments(profiles);
      var rows = new ArrayList<ExportRow>(profiles.size());
      for (var profile : profiles) {
        var standing = consents.getOrDefault(profile.name(), List.of());
        var given = release.of(profile, standing);
        count = given.withheld() ? count.withheld(given.leftOut()) : count.given(given.leftOut());
        if (!given.withheld()) {
          var in = segments.getOrDefault(profile.name(), List.of());
          rows.add(row(profile, given, standing, in));
        }
      }
      exports.hold(export.name().id(), rows.stream().map(ExportRow::profile).toList());
      rows.forEach(sink::take);
      return rows.size();
    }

    /** Reading fails open: a file without segments is of more use than none. */
    private Map<String, List<String>> segments(List<Profile> profiles) {
      try {
        return people.membering().of(profiles.stream().map(Card::of).toList());
      } catch (Unavailable _) {
        return Map.of();
      }
    }
  }

  private static ExportRow row(
      Profile profile, Release.Given given, List<Consent> standing, List<String> segments) {
    return new ExportRow(
        profile.name(),
        profile.aliases(),
        given,
        standing.stream().map(c -> c.purpose() + "/" + c.channel() + "=" + c.state()).toList(),
        segments,
        profile.createdAt(),
        profile.updatedAt());
  }
}
