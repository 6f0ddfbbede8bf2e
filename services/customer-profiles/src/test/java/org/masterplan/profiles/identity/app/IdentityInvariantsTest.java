package org.masterplan.profiles.identity.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;

/** Whatever is loaded, merged, split, reloaded and erased. */
public class IdentityInvariantsTest {
  private static final List<String> NAMES =
      List.of("Nguyễn Văn An", "Nguyen An", "Trần Thị Hoa", "Lê Hoa", "An");

  // One instance serves all tries: what a try needs is made anew, or no failure can be repeated.
  private IdentityFixture f = fixture();
  private final Set<String> everNamed = new HashSet<>();
  private final Set<Long> live = new HashSet<>();

  /** Identity with nothing in it. */
  protected IdentityFixture fixture() {
    return new IdentityFixture();
  }

  @BeforeTry
  void startEmpty() {
    f = fixture();
    everNamed.clear();
    live.clear();
  }

  @Property
  void eachLiveRecordIsInOneProfile_everyNameAnswers_andTheJournalReplays(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int steps) {
    var random = new Random(seed);
    for (int step = 0; step < steps; step++) {
      act(random);
      f.identity.ask(roster -> names(roster));
    }

    f.identity.ask(this::check);
    var replayed = f.reopened();
    assertThat(replayed.ask(IdentityInvariantsTest::state))
        .isEqualTo(f.identity.ask(IdentityInvariantsTest::state));
    replayed.ask(this::check);
    replayed.resolve(List.copyOf(f.records.findNumbers(live).values()), "loader");
    replayed.ask(this::check);
    assertThat(replayed.ask(IdentityInvariantsTest::partition))
        .isEqualTo(f.identity.ask(IdentityInvariantsTest::partition));
  }

  private void act(Random random) {
    int kind = random.nextInt(10);
    try {
      if (kind < 6) {
        load(random);
      } else if (kind == 6) {
        merge(random);
      } else if (kind < 9) {
        split(random);
      } else {
        erase(random);
      }
    } catch (Refusal _) {
      // Refused for a reason; nothing is changed.
    }
  }

  private void load(Random random) {
    var values = new HashMap<String, String>();
    values.put("fullName", NAMES.get(random.nextInt(NAMES.size())));
    if (random.nextInt(3) > 0) {
      values.put("phone", "+8490123456" + random.nextInt(4));
    }
    if (random.nextInt(3) == 0) {
      values.put("email", "a" + random.nextInt(3) + "@x.vn");
    }
    if (random.nextInt(4) == 0) {
      values.put("nationalId", "07909012345" + random.nextInt(2));
    }
    var record = f.record("r" + random.nextInt(20), values);
    live.add(record.number());
    f.identity.resolve(List.of(record), "loader");
    f.succession.learn();
  }

  private void merge(Random random) {
    var two = f.identity.ask(r -> new long[] {any(r, random), any(r, random)});
    f.identity.merge(List.of(ProfileId.name(two[0]), ProfileId.name(two[1])), IdentityFixture.LAN);
  }

  private void split(Random random) {
    long profile = f.identity.ask(r -> any(r, random));
    var members = f.identity.ask(r -> r.members(profile));
    var apart = members.filter(_ -> random.nextBoolean());
    f.identity.split(ProfileId.name(profile), apart, IdentityFixture.LAN);
  }

  private void erase(Random random) {
    long profile = f.identity.ask(r -> any(r, random));
    var members = f.identity.ask(r -> r.members(profile));
    var gone = members.filter(_ -> random.nextBoolean());
    f.identity.remove(gone, IdentityFixture.LAN);
    f.records.erase(
        f.records.findNumbers(java.util.Arrays.stream(gone.toArray()).boxed().toList()).values());
    java.util.Arrays.stream(gone.toArray()).forEach(live::remove);
  }

  private static long any(Roster roster, Random random) {
    long[] profiles = roster.live();
    return profiles.length == 0 ? 1 : profiles[random.nextInt(profiles.length)];
  }

  private int names(Roster roster) {
    for (long id : roster.live()) {
      everNamed.add(ProfileId.name(id));
    }
    return everNamed.size();
  }

  private boolean check(Roster roster) {
    var seen = new ArrayList<Long>();
    for (long id : roster.live()) {
      for (long record : roster.members(id).toArray()) {
        assertThat(roster.profileOf(record)).isEqualTo(id);
        seen.add(record);
      }
      assertThat(citizens(roster.members(id))).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(live);
    assertThat(roster.liveRecords()).isEqualTo(live.size());
    assertThat(roster.liveProfiles()).isEqualTo(roster.live().length);
    assertWordsKept(roster);
    for (var name : everNamed) {
      var meaning = roster.meaning(ProfileId.parse("name", name));
      // A name means nobody only once every record that it could mean is gone.
      meaning.ifPresent(id -> assertThat(roster.members(id).isEmpty()).isFalse());
    }
    return true;
  }

  private void assertWordsKept(Roster roster) {
    var words = roster.constraints().about(LongSet.of(live));
    for (var word : words) {
      switch (word) {
        case Constraint.Apart(var left, var right) ->
            assertThat(profiles(roster, left)).doesNotContainAnyElementsOf(profiles(roster, right));
        case Constraint.Together(var some) -> {
          if (!contradicted(roster, some)) {
            assertThat(profiles(roster, some)).hasSize(1);
          }
        }
        case Constraint.Unsaid _ -> throw new AssertionError("kept: " + word);
      }
    }
  }

  /** Whether a citizen number or another word speaks against it, by way of others perhaps. */
  private boolean contradicted(Roster roster, LongSet one) {
    var all = one;
    var grown = said(roster, all);
    while (grown.size() > all.size()) {
      all = grown;
      grown = said(roster, all);
    }
    var together = all;
    return citizens(together).size() > 1
        || roster.constraints().about(together).stream()
            .anyMatch(
                word ->
                    word instanceof Constraint.Apart(var left, var right)
                        && !left.and(together).isEmpty()
                        && !right.and(together).isEmpty());
  }

  private static LongSet said(Roster roster, LongSet some) {
    var said = some;
    for (var word : roster.constraints().about(some)) {
      if (word instanceof Constraint.Together(var more)) {
        said = said.plus(more);
      }
    }
    return said;
  }

  private static Set<Long> profiles(Roster roster, LongSet records) {
    var profiles = new HashSet<Long>();
    for (long record : records.toArray()) {
      profiles.add(roster.profileOf(record));
    }
    return profiles;
  }

  private static Set<LongSet> partition(Roster roster) {
    var partition = new HashSet<LongSet>();
    for (long id : roster.live()) {
      partition.add(roster.members(id));
    }
    return partition;
  }

  private Set<String> citizens(LongSet members) {
    var ids = new HashSet<String>();
    f.records
        .findNumbers(java.util.Arrays.stream(members.toArray()).boxed().toList())
        .values()
        .forEach(r -> ids.add(r.values().getOrDefault("nationalId", "")));
    ids.remove("");
    return ids;
  }

  private static Map<Long, Object> state(Roster roster) {
    var state = new HashMap<Long, Object>();
    for (long id : roster.live()) {
      state.put(id, List.of(roster.members(id), java.util.Arrays.toString(roster.aliases(id))));
    }
    state.put(Move.NONE, roster.applied());
    return state;
  }
}
