package org.masterplan.profiles.identity.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.app.InMemoryModels;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.source.app.InMemoryRecords;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

/** What a record changes for others is decided, whatever comes between learning and deciding. */
class RegroupingTest {
  private static final List<SourceRecord> PEOPLE = MadeUp.records(11, 120);
  private static final List<SourceRecord> BEFORE = PEOPLE.subList(0, 99);
  private static final List<SourceRecord> LEARNED = PEOPLE.subList(99, 120);

  private static final Identity.Steward STEWARD = IdentityFixture.LAN;

  private final InMemoryModels models = new InMemoryModels();
  private final InMemoryRecords records = new InMemoryRecords();
  private final UnsteadyJournal journal = new UnsteadyJournal();
  private final AtomicLong profiles = new AtomicLong(1000);
  private final Learning learning = new Learning(100, 4, 1000);
  private final Identity identity = opened();

  private Identity opened() {
    People people = use -> records.each("", record -> use.accept(Features.of(record)));
    var matching = new EngineMatching(models, people, learning, IdentityFixture.CLOCK);
    var minting = new Identity.Minting(profiles::incrementAndGet, IdentityFixture.CLOCK);
    var opened = new Identity(journal, matching, records, minting);
    opened.open();
    return opened;
  }

  private void load(Identity by, List<SourceRecord> some) {
    records.store(some);
    by.resolve(some, "loader");
    new Succession(by).learn();
  }

  private static Set<LongSet> persons(Identity by) {
    return by.ask(
        roster -> {
          var found = new HashSet<LongSet>();
          for (long id : roster.live()) {
            found.add(roster.members(id));
          }
          return found;
        });
  }

  /** Who is one person once it has learned, if nothing goes wrong. */
  private static Set<LongSet> undisturbed() {
    var other = new RegroupingTest();
    other.load(other.identity, BEFORE);
    var unlearned = persons(other.identity);
    other.load(other.identity, LEARNED);
    var learned = persons(other.identity);
    assertThat(unlearned.stream().flatMap(each -> parted(each, learned))).isNotEmpty();
    return learned;
  }

  /** The records of that person that were found to hang together with others' of before. */
  private static Stream<LongSet> parted(LongSet person, Set<LongSet> learned) {
    var old = numbers(BEFORE);
    return learned.stream()
        .filter(each -> !each.and(person).isEmpty() && !each.and(old).equals(person));
  }

  @Test
  void resolve_thatLearned_refusedOnceByTheJournal_groupsEverybody() {
    load(identity, BEFORE);
    journal.refuse(1);

    load(identity, LEARNED);

    assertThat(persons(identity)).isEqualTo(undisturbed());
  }

  @Test
  void resolve_thatLearned_failedOnceInTheJournal_groupsEverybodyTheNextTime() {
    load(identity, BEFORE);
    journal.fail(1);
    assertThatThrownBy(() -> load(identity, LEARNED)).hasMessage("no store");

    load(identity, LEARNED);

    assertThat(persons(identity)).isEqualTo(undisturbed());
  }

  @Test
  void resolve_afterAKillBetweenLearningAndDeciding_groupsEverybody_once() {
    load(identity, BEFORE);
    journal.fail(1);
    assertThatThrownBy(() -> load(identity, LEARNED)).hasMessage("no store");
    var started = opened();

    load(started, LEARNED);

    assertThat(persons(started)).isEqualTo(undisturbed());
    assertThat(opened().<Long>ask(roster -> roster.groupedBy())).isEqualTo(1);
    long decided = journal.last();
    opened().resolveAgain(numbers(LEARNED), STEWARD);
    assertThat(journal.last()).isEqualTo(decided);
  }

  @Test
  void merge_afterAnotherInstanceLearnedAndWasKilled_isOfEverybodyByWhatWasLearned() {
    var other = opened();
    load(identity, BEFORE);
    journal.fail(1);
    assertThatThrownBy(() -> load(identity, LEARNED)).hasMessage("no store");
    var pair = LongSet.of(unnumbered(0), unnumbered(1));

    other.merge(Arrays.stream(pair.toArray()).mapToObj(r -> name(other, r)).toList(), STEWARD);

    load(other, LEARNED);
    var learned = undisturbed();
    var expected = new HashSet<LongSet>();
    var merged = LongSet.of();
    for (var person : learned) {
      boolean one = !person.and(pair).isEmpty();
      merged = one ? merged.plus(person) : merged;
      expected.add(one ? pair : person);
    }
    expected.remove(pair);
    expected.add(merged);
    assertThat(persons(other)).isEqualTo(expected);
  }

  /** A record of those before of a person without a citizen number. */
  private static long unnumbered(int place) {
    var numbered =
        numbers(PEOPLE.stream().filter(each -> each.values().containsKey("nationalId")).toList());
    return undisturbed().stream()
        .filter(person -> person.and(numbered).isEmpty())
        .map(person -> person.and(numbers(BEFORE)))
        .filter(person -> !person.isEmpty())
        .mapToLong(person -> person.toArray()[0])
        .sorted()
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  private static LongSet numbers(List<SourceRecord> some) {
    return LongSet.of(some.stream().map(SourceRecord::number).toList());
  }

  private static String name(Identity by, long record) {
    return ProfileId.name(by.<Long>ask(roster -> roster.profileOf(record)));
  }

  @Test
  void resolve_thatCrossedAKey_refusedOnce_partsTheCrowd() {
    var crowd = crowd();
    load(identity, crowd.subList(0, 9));
    assertThat(persons(identity)).hasSize(1);
    journal.refuse(0);

    load(identity, crowd.subList(9, 10));

    assertThat(persons(identity)).hasSize(10);
  }

  @Test
  void remove_thatLoosenedAKey_refusedOnce_joinsWhoIsLeft() {
    load(identity, crowd());
    assertThat(persons(identity)).hasSize(10);
    journal.refuse(1);

    identity.remove(LongSet.of(10), STEWARD);

    assertThat(persons(identity)).hasSize(1);
  }

  @Test
  void remove_thatLoosenedAKey_failedOnce_joinsWhoIsLeftWithTheNextDecision() {
    load(identity, crowd());
    journal.fail(1);
    assertThatThrownBy(() -> identity.remove(LongSet.of(10), STEWARD)).hasMessage("no store");
    assertThat(persons(identity)).hasSize(9);

    load(identity, BEFORE.subList(0, 1));

    assertThat(persons(identity)).hasSize(2);
  }

  /** Nine names under one address, one more than one person may have. */
  private static List<SourceRecord> crowd() {
    var given = List.of("An", "An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khoa", "Linh", "Mai");
    return IntStream.range(0, given.size())
        .mapToObj(place -> record(place + 1, given.get(place) + " Trần"))
        .toList();
  }

  private static SourceRecord record(long number, String name) {
    Map<String, String> values = new HashMap<>(Map.of("email", "shop@x.vn", "fullName", name));
    return new SourceRecord(
        number,
        new RecordName("s", Long.toString(number)),
        1,
        new SourceRecord.Content(values, values),
        PEOPLE.getFirst().origin());
  }
}
