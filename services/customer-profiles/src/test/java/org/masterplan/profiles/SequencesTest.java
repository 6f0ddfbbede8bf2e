package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.intake.Limits;
import org.masterplan.platform.intake.Spool;
import org.masterplan.platform.intake.Uploads;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.privacy.app.OwnHoldings;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.source.app.Pushing;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.grpc.SpooledBodies;

/**
 * Loads, merges, splits, erasures and loads again in any order, through every store; every other
 * sequence is matched by what is learned while it runs.
 */
class SequencesTest {
  private static final int SEQUENCES =
      "full".equals(System.getProperty("masterplan.counts")) ? 1000 : 15;
  private static final int STEPS = 25;
  private static final ResourceName CRM = new ResourceName("sources", "crm");

  /** Of so few records that it learns, and learns again, within a sequence. */
  private static final Learning SOON = new Learning(4, 2, 1000);

  private static final Actor DATA = ProfilesFixture.DATA;
  private static final Identity.Steward STEWARD = new Identity.Steward("lan@data", "papers");

  /** Values that no other record of a sequence says. */
  private static final List<String> OWN = List.of("email", "street", "handle");

  private static final List<String> NAMES = List.of("Nguyễn Văn An", "Nguyen An", "Trần Hoa");

  @TempDir Path folder;

  @Test
  void anySequence_keepsWhatIdentityPromises() {
    for (int seed = 1; seed <= SEQUENCES; seed++) {
      try (var f = new ProfilesFixture(folder, matched(seed))) {
        var sequence = new Sequence(f, seed);
        sequence.run();
        sequence.check();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("sequence " + seed, e);
      }
    }
    Figures.print("profiles: sequences", SEQUENCES, "of any steps, 0 broke a rule", "1,000");
  }

  private static StoredProfiles matched(int seed) {
    return seed % 2 == 0
        ? new StoredProfiles("sequence")
        : new StoredProfiles(
            "sequence",
            (models, people) ->
                new EngineMatching(
                    models, StoredProfiles.lessons(people), SOON, Clock.systemUTC()));
  }

  /** One of them, the same for one seed. */
  private final class Sequence {
    private final StoredProfiles stored;
    private final Pushing pushing;
    private final OwnHoldings holdings;
    private final Random random;
    private final int seed;

    /** Every name there ever was, with the records that it meant last. */
    private final Map<Long, LongSet> everNamed = new HashMap<>();

    /** What was pushed of each record, and must not be found once its person is erased. */
    private final Map<String, Set<String>> secrets = new HashMap<>();

    private final Set<String> erased = new HashSet<>();

    Sequence(ProfilesFixture f, int seed) {
      this.stored = f.stored;
      this.seed = seed;
      this.random = new Random(seed);
      var bodies =
          new SpooledBodies(new Spool(folder, Limits.usual()), new Uploads(Limits.usual()));
      this.pushing = stored.pushing(stored.stores(bodies));
      this.holdings = f.privacy.holdings(stored.records);
      var fields = new LinkedHashMap<String, ColumnMapping>();
      Dictionary.FIELDS.forEach(field -> fields.put(field, ColumnMapping.given(field, "")));
      var described = new Source.Description("crm", "", "", List.of(), "", "", "", 0);
      stored.register.register(CRM, described, new Mapping("id", fields, false), DATA);
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        act(random.nextInt(10));
        stored.identity.known(this::names);
      }
    }

    private void act(int kind) {
      try {
        if (kind < 6) {
          push(random.nextInt(14));
          stored.learn();
        } else if (kind == 6) {
          merge();
        } else if (kind == 7) {
          split();
        } else {
          erase();
        }
      } catch (Refusal _) {
        // Refused for a reason; nothing is changed.
      }
    }

    /** A new record, a new version of one, the same again, or one that was erased. */
    private void push(int id) {
      var values = new HashMap<String, String>();
      values.put("id", "r" + id);
      values.put("fullName", NAMES.get(id % NAMES.size()));
      values.put("phone", "+8490123456" + random.nextInt(4));
      values.put("email", "r%d.v%d.s%d@x.example".formatted(id, random.nextInt(3), seed));
      values.put("street", "Ngõ %d.%d, số %d".formatted(id, seed, random.nextInt(3)));
      values.put("handle", "nick.%d.%d".formatted(id, seed));
      boolean gone = erased.contains("r" + id);
      var pushed = pushing.push(CRM, List.of(new Row.Good(1, values)), DATA);
      var outcome = pushed.outcomes().get(1L);
      assertThat(outcome instanceof Pushing.Outcome.Refused).isEqualTo(gone);
      var said = secrets.computeIfAbsent("r" + id, _ -> new HashSet<>());
      OWN.forEach(field -> said.add(values.get(field)));
    }

    private void merge() {
      stored.identity.merge(List.of(any(), any()), STEWARD);
      stored.projection.catchUp();
    }

    private void split() {
      var name = any();
      var apart =
          stored.identity.known(
              roster ->
                  roster.members(ProfileId.parse("name", name)).filter(_ -> random.nextBoolean()));
      stored.identity.split(name, apart, STEWARD);
      stored.projection.catchUp();
    }

    private void erase() {
      var name = any();
      var members = stored.identity.known(r -> r.members(ProfileId.parse("name", name)));
      var numbers = java.util.Arrays.stream(members.toArray()).boxed().toList();
      var records = stored.records.findNumbers(numbers).values();
      var person = new PersonKeys(List.of(name), List.of(), List.of(), List.of(), List.of());
      holdings.erase(person, "privacy", "request " + seed);
      records.forEach(record -> erased.add(record.name().id()));
    }

    private String any() {
      return stored.identity.known(
          roster -> {
            long[] live = roster.live();
            return ProfileId.name(live.length == 0 ? 1 : live[random.nextInt(live.length)]);
          });
    }

    /** A name means nobody only once all records that it meant the step before are gone. */
    private boolean names(Roster roster) {
      for (long id : roster.live()) {
        everNamed.put(id, roster.members(id));
      }
      everNamed.replaceAll(
          (id, before) -> {
            var alive = before.filter(record -> roster.profileOf(record) != Move.NONE);
            var meant = roster.meaning(id);
            assertThat(meant.isPresent() || alive.isEmpty()).as(ProfileId.name(id)).isTrue();
            return meant.isPresent() ? roster.members(meant.getAsLong()) : LongSet.of();
          });
      return true;
    }

    void check() {
      var live = new ArrayList<Long>();
      stored.records.each("", record -> live.add(record.number()));
      assertThat(stored.identity.ask(SequencesTest::assigned))
          .containsExactlyInAnyOrderElementsOf(live);
      stored.identity.ask(this::everyNameAnswers);
      assertThat(stored.opened().ask(SequencesTest::state))
          .isEqualTo(stored.identity.ask(SequencesTest::state));
      assertThat(stored.cards.count(new Filter.All()))
          .isEqualTo(stored.identity.<Integer>ask(Roster::liveProfiles).longValue());
      assertNothingIsLeftOfTheErased();
    }

    private boolean everyNameAnswers(Roster roster) {
      for (long id : everNamed.keySet()) {
        roster.meaning(id).ifPresent(now -> assertThat(roster.members(now).isEmpty()).isFalse());
      }
      return true;
    }

    private void assertNothingIsLeftOfTheErased() {
      var values = new HashSet<String>();
      erased.forEach(id -> values.addAll(secrets.getOrDefault(id, Set.of())));
      for (var collection : stored.database.listCollectionNames()) {
        for (var document : stored.database.getCollection(collection).find()) {
          var text = document.toJson();
          assertThat(values.stream().filter(text::contains)).as(collection).isEmpty();
        }
      }
    }
  }

  private static List<Long> assigned(Roster roster) {
    var assigned = new ArrayList<Long>();
    for (long id : roster.live()) {
      for (long record : roster.members(id).toArray()) {
        assertThat(roster.profileOf(record)).isEqualTo(id);
        assigned.add(record);
      }
    }
    return assigned;
  }

  private static Map<Long, Object> state(Roster roster) {
    var state = new HashMap<Long, Object>();
    for (long id : roster.live()) {
      state.put(id, List.of(roster.members(id), java.util.Arrays.toString(roster.aliases(id))));
    }
    state.put(0L, roster.applied());
    return state;
  }
}
