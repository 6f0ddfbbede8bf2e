package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.GetProfileRequest;
import org.masterplan.profiles.v1.MergeProfilesRequest;
import org.masterplan.profiles.v1.Profile;
import org.masterplan.profiles.v1.SplitProfileRequest;

/** Two profiles made one, and parted again. */
class UnmergeTest extends ProfilesCalls {
  private static final int TIMES = "full".equals(System.getProperty("masterplan.counts")) ? 200 : 8;
  private static final Identity.Steward LAN = new Identity.Steward("lan@data", "papers");

  private final Random random = new Random(5);

  private List<SourceRecord> load(int people) {
    var records = MadeUp.records(9, people);
    f.stored.records.store(records);
    f.stored.identity.resolve(records, "loader");
    f.stored.projection.catchUp();
    return records;
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    f.stored.cards.each(new Filter.All(), (Card card) -> names.add(card.name()));
    return names;
  }

  /** All that is said of everybody, but for when and by which decision it came to be so. */
  private Map<String, String> exported() throws Exception {
    var exported = new TreeMap<String, String>();
    for (var name : names()) {
      var unmasked =
          profiles(ProfilesFixture.DATA_WITH_PURPOSE)
              .getProfile(GetProfileRequest.newBuilder().setName(name).build());
      var said = unmasked.toBuilder().clearEtag().clearJournal();
      said.clearCreateTime().clearUpdateTime();
      exported.put(name, JsonFormat.printer().sortingMapKeys().print(said));
    }
    return exported;
  }

  @Test
  void split_ofWhatWasMerged_withNothingElse_isByteForByteAsBefore() throws Exception {
    load(60);
    for (int time = 0; time < TIMES; time++) {
      var before = exported();
      var two = two(List.copyOf(before.keySet()));
      var parted = get(two.get(1)).getRecordsList();

      var merged = merge(two);
      assertThat(exported()).isNotEqualTo(before);
      split(merged, parted);

      assertThat(exported()).isEqualTo(before);
    }
    Figures.print("profiles: unmerge.exact", TIMES, "un-merges, byte for byte as before", "200");
  }

  private List<String> two(List<String> names) {
    int one = random.nextInt(names.size());
    int other = (one + 1 + random.nextInt(names.size() - 1)) % names.size();
    var two = List.of(names.get(one), names.get(other));
    return numbered(two) ? two(names) : two;
  }

  /** Two citizen numbers are never one person. */
  private boolean numbered(List<String> two) {
    return two.stream().allMatch(name -> get(name).containsValues("nationalId"));
  }

  private Profile merge(List<String> two) {
    var request = MergeProfilesRequest.newBuilder().addAllProfiles(two).setReason("papers");
    return profiles(ProfilesFixture.DATA).mergeProfiles(request.build());
  }

  private void split(Profile merged, List<String> parted) {
    profiles(ProfilesFixture.DATA)
        .splitProfile(
            SplitProfileRequest.newBuilder()
                .setName(merged.getName())
                .addAllRecords(parted)
                .setReason("no, two")
                .build());
  }

  @Test
  void split_ofWhatWasMerged_withRecordsInBetween_isAsABatchWithThatWord() {
    var records = load(120);
    var first = records.subList(0, records.size() / 2);
    var later = records.subList(records.size() / 2, records.size());
    int time = 0;
    while (time < TIMES) {
      var fresh = new StoredProfiles("unmerged");
      fresh.records.store(first);
      fresh.identity.resolve(first, "loader");
      var live = fresh.identity.ask(roster -> roster.live());
      int place = random.nextInt(live.length - 1);
      var names = List.of(ProfileId.name(live[place]), ProfileId.name(live[place + 1]));
      var apart = fresh.identity.ask(roster -> roster.members(live[place + 1]));
      if (mayNotBeOne(fresh, live[place], live[place + 1])) {
        continue;
      }
      long kept = fresh.identity.merge(names, LAN);
      fresh.records.store(later);
      fresh.identity.resolve(later, "loader");
      var rest = fresh.identity.ask(roster -> roster.members(kept)).minus(apart);

      fresh.identity.split(ProfileId.name(kept), apart, LAN);

      assertThat(persons(fresh)).isEqualTo(batch(records, apart, rest));
      time++;
    }
    Figures.print("profiles: unmerge.batch", time, "un-merges, as a batch with the word", "200");
  }

  private boolean mayNotBeOne(StoredProfiles fresh, long one, long other) {
    var both =
        fresh.identity.ask(roster -> List.of(roster.members(one), roster.members(other))).stream()
            .filter(
                members ->
                    fresh.records.findNumbers(numbers(members)).values().stream()
                        .anyMatch(record -> record.values().containsKey("nationalId")))
            .count();
    return both == 2;
  }

  private static List<Long> numbers(LongSet some) {
    return java.util.Arrays.stream(some.toArray()).boxed().toList();
  }

  private static java.util.Set<LongSet> persons(StoredProfiles stored) {
    return stored.identity.ask(
        roster -> {
          var persons = new java.util.HashSet<LongSet>();
          for (long profile : roster.live()) {
            persons.add(roster.members(profile));
          }
          return persons;
        });
  }

  /** All at once, with what the steward said in the end. */
  private static java.util.Set<LongSet> batch(
      List<SourceRecord> records, LongSet apart, LongSet rest) {
    var matching = new ExactMatching();
    matching.put(records.stream().map(Features::of).toList());
    var words = new Constraints();
    words.add(new Constraint.Apart(apart, rest));
    if (apart.size() > 1) {
      words.add(new Constraint.Together(apart));
    }
    var all = LongSet.of(records.stream().map(SourceRecord::number).toList());
    return java.util.Set.copyOf(matching.group(all, words));
  }
}
