package org.masterplan.profiles.profile.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.profile.domain.Share;
import org.masterplan.profiles.profile.domain.Value;

/** The rules for golden values: setting them, what others would choose, and where they matter. */
public final class GoldenDesk {
  /** So many profiles are drawn, of those with several records. */
  static final int PREVIEWED = 500;

  static final int COUNTED = 2000;
  private static final int EXAMPLES = 20;
  private static final int AT_ONCE = 200;

  private final RuleBook book;
  private final Reading reading;
  private final Identity identity;
  private final Sight sight;
  private final Clock clock;

  /** Who sets rules, on what was read, and why. */
  public record Act(Actor actor, long seen, String reason) {}

  /** What other rules would choose: how often by field, and some of the values. */
  public record Preview(
      long sampled, Map<String, Long> changes, List<Example> examples, boolean masked) {}

  /** A value that would be another one. */
  public record Example(String profile, String field, String before, String after) {}

  /** How often sources contradict each other, by field. */
  public record Conflicts(Map<String, Share> fields, long sampled, long profiles, Instant asOf) {}

  /** The profiles of several records, after that many decisions. */
  private record Moment(LongSet several, long applied) {}

  private record Drawn(List<Profile> profiles, long of) {}

  public GoldenDesk(RuleBook book, Reading reading, Identity identity, Sight sight, Clock clock) {
    this.book = book;
    this.reading = reading;
    this.identity = identity;
    this.sight = sight;
    this.clock = clock;
  }

  /** The rules in force. */
  public GoldenRules current() {
    return book.current();
  }

  /** Sets the rules. */
  public GoldenRules update(Map<String, Value.Rule> first, Act act) {
    check(first);
    var before = book.current();
    if (before.revision() != act.seen()) {
      throw Stale.named("goldenRules");
    }
    var next = before.next(first, act.actor().subject(), clock.instant());
    var changed =
        java.util.stream.Stream.concat(first.keySet().stream(), before.first().keySet().stream())
            .distinct()
            .filter(field -> first.get(field) != before.first().get(field))
            .sorted()
            .toList();
    book.replace(
        next,
        new AuditEntry(
            clock.instant(), act.actor().subject(), "GOLDEN_RULES_SET", changed, act.reason()));
    reading.rulesChanged();
    return next;
  }

  /** What these rules would choose, on a sample. */
  public Preview preview(Map<String, Value.Rule> first, Actor reader) {
    check(first);
    var others = reading.survivorship(book.current().next(first, "", clock.instant()));
    var drawn = drawn(PREVIEWED);
    var changes = new TreeMap<String, Long>();
    var examples = new ArrayList<Example>();
    for (var profile : drawn.profiles()) {
      others
          .choose(profile.records())
          .forEach(
              (field, value) -> {
                var now = profile.values().get(field);
                if (now != null && !now.value().equals(value.value())) {
                  changes.merge(field, 1L, Long::sum);
                  examples.add(new Example(profile.name(), field, now.value(), value.value()));
                }
              });
    }
    var shown = examples.stream().limit(EXAMPLES).toList();
    boolean masked = sight.look(reader, shown.stream().map(Example::profile).distinct().toList());
    return new Preview(drawn.profiles().size(), changes, shown, masked);
  }

  /** How often sources contradict each other, on a sample where there are many profiles. */
  public Conflicts conflicts() {
    var drawn = drawn(COUNTED);
    var said = new TreeMap<String, Long>();
    var contradicted = new TreeMap<String, Long>();
    for (var profile : drawn.profiles()) {
      for (var field : profile.values().keySet()) {
        var sources = new HashSet<String>();
        var values = new HashSet<String>();
        for (var record : profile.records()) {
          var value = record.values().get(field);
          if (value != null) {
            sources.add(record.name().source());
            values.add(Texts.fold(value));
          }
        }
        if (sources.size() > 1) {
          said.merge(field, 1L, Long::sum);
          contradicted.merge(field, values.size() > 1 ? 1L : 0L, Long::sum);
        }
      }
    }
    var all = drawn.of() == drawn.profiles().size();
    var fields = new TreeMap<String, Share>();
    said.forEach(
        (field, many) ->
            fields.put(
                field,
                new Share(
                    Objects.requireNonNullElse(contradicted.get(field), 0L),
                    many,
                    all ? many : Long.MAX_VALUE)));
    return new Conflicts(fields, drawn.profiles().size(), drawn.of(), clock.instant());
  }

  /** The same ones as long as nothing is decided. */
  private Drawn drawn(int many) {
    var moment = identity.ask(roster -> new Moment(several(roster), roster.applied()));
    var drawn = moment.several().drawn(many, moment.applied());
    var names = Arrays.stream(drawn.toArray()).mapToObj(ProfileId::name).toList();
    var profiles = new ArrayList<Profile>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      profiles.addAll(reading.all(names.subList(from, Math.min(names.size(), from + AT_ONCE))));
    }
    profiles.sort(Comparator.comparing(Profile::name));
    return new Drawn(profiles, moment.several().size());
  }

  private static LongSet several(Roster roster) {
    return LongSet.of(roster.live()).filter(id -> roster.members(id).size() > 1);
  }

  private static void check(Map<String, Value.Rule> first) {
    for (var field : first.keySet()) {
      if (!Dictionary.isField(field)) {
        var known = String.join(", ", Dictionary.FIELDS);
        throw InvalidFields.of(
            "fields", "MAPPING_FIELD", Map.of("value", field, "expected", known));
      }
    }
  }
}
