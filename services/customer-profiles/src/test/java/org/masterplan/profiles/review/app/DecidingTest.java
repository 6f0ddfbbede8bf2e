package org.masterplan.profiles.review.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.review.domain.Finding;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Opinion;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.review.domain.Verdict;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class DecidingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final AuditEntry ENTRY = new AuditEntry(NOW, "lan", "FOUND", List.of(), "");
  private static final Identity.Steward MINH = new Identity.Steward("minh", "papers");

  private final InMemoryReviews reviews = new InMemoryReviews();
  private StoredProfiles stored;
  private Deciding deciding;
  private SourceRecord lan;
  private SourceRecord lanAgain;
  private SourceRecord binh;

  /** Lan twice by one phone number, and Binh who shares nothing with her. */
  @BeforeEach
  void load() {
    stored = new StoredProfiles("deciding");
    deciding = new Deciding(reviews, stored.identity, stored.projection, stored.clock);
    lan = record("1", Map.of("fullName", "Nguyễn Thị Lan", "phone", "+84912345678"));
    lanAgain = record("2", Map.of("fullName", "Lan", "phone", "+84912345678"));
    binh = record("3", Map.of("fullName", "Trần Bình", "phone", "+84987654321"));
    resolve(stored.identity);
  }

  private SourceRecord record(String id, Map<String, String> values) {
    var origin = new SourceRecord.Origin("profiles-1", 2, NOW, NOW);
    var content = new SourceRecord.Content(values, values);
    var record =
        new SourceRecord(
            stored.numbers.incrementAndGet(), new RecordName("s", id), 1, content, origin);
    stored.records.store(List.of(record));
    return record;
  }

  private void resolve(Identity identity) {
    identity.resolve(List.of(lan, lanAgain, binh), "loader");
    stored.projection.catchUp();
  }

  private Pair asked(SourceRecord one, SourceRecord other, int wanted) {
    var pair = Pair.of(one.number(), other.number());
    var finding = new Finding(Kind.SHARING, 1, OptionalDouble.empty(), List.of("s"), false);
    reviews.add(List.of(Review.found(pair, finding, wanted, NOW)), ENTRY);
    return pair;
  }

  private Review say(Pair pair, Verdict verdict, String actor) {
    return deciding.decide(pair, verdict, act(pair, actor));
  }

  private Deciding.Act act(Pair pair, String actor) {
    return new Deciding.Act(actor, deciding.get(pair).revision(), "seen");
  }

  private boolean one(SourceRecord left, SourceRecord right) {
    return one(stored.identity, left, right);
  }

  private static boolean one(Identity identity, SourceRecord left, SourceRecord right) {
    return identity.ask(
        roster -> roster.profileOf(left.number()) == roster.profileOf(right.number()));
  }

  private String profileOf(SourceRecord record) {
    return ProfileId.name(stored.identity.<Long>ask(r -> r.profileOf(record.number())));
  }

  @Test
  void decide_same_joinsThem_andOutlivesEveryRun() {
    var pair = asked(lan, binh, 1);

    var decided = say(pair, Verdict.SAME, "lan");

    assertThat(decided.carried().orElseThrow().before()).isEqualTo(Said.NOTHING);
    assertThat(one(lan, binh)).isTrue();
    assertThat(stored.cards.find(List.of(profileOf(lan))).getFirst().facts().records())
        .isEqualTo(3);
    resolve(stored.identity);
    stored.identity.resolveAgain(LongSet.of(lan.number(), lanAgain.number(), binh.number()), MINH);
    assertThat(one(lan, binh)).isTrue();
    assertThat(one(stored.opened(), lan, binh)).isTrue();
  }

  @Test
  void decide_different_partsThem_andOutlivesEveryRun() {
    var pair = asked(lan, lanAgain, 1);
    assertThat(one(lan, lanAgain)).isTrue();

    say(pair, Verdict.DIFFERENT, "lan");

    assertThat(one(lan, lanAgain)).isFalse();
    resolve(stored.identity);
    stored.identity.resolveAgain(LongSet.of(lan.number(), lanAgain.number()), MINH);
    assertThat(one(lan, lanAgain)).isFalse();
    assertThat(one(stored.opened(), lan, lanAgain)).isFalse();
  }

  @Test
  void decide_cannotTell_changesNothing() {
    long before = stored.identity.<Long>ask(r -> r.applied());

    var decided = say(asked(lan, lanAgain, 1), Verdict.CANNOT_TELL, "lan");

    assertThat(decided.state()).isEqualTo(Review.State.DECIDED);
    assertThat(decided.owed()).isFalse();
    assertThat(stored.identity.<Long>ask(r -> r.applied())).isEqualTo(before);
  }

  @Test
  void decide_ofTwo_countsOnceBothHaveSpoken() {
    var pair = asked(lan, binh, 2);
    say(pair, Verdict.SAME, "lan");
    assertThat(one(lan, binh)).isFalse();

    say(pair, Verdict.SAME, "ha");

    assertThat(one(lan, binh)).isTrue();
  }

  @Test
  void decide_onWhatSomebodyElseHasDecided_isRefused() {
    var pair = asked(lan, binh, 1);
    var seen = act(pair, "ha");
    say(pair, Verdict.DIFFERENT, "lan");

    assertThatThrownBy(() -> deciding.decide(pair, Verdict.SAME, seen)).isInstanceOf(Stale.class);
    assertThat(one(lan, binh)).isFalse();
  }

  @Test
  void decide_sameOfTwoCitizenNumbers_isRefused_andAskedAgain() {
    var one = record("4", Map.of("fullName", "Lê An", "nationalId", "001089000017"));
    var other = record("5", Map.of("fullName", "Lê An", "nationalId", "001089000025"));
    stored.identity.resolve(List.of(one, other), "loader");
    var pair = asked(one, other, 1);

    assertThatThrownBy(() -> say(pair, Verdict.SAME, "lan"))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("NATIONAL_IDS_DIFFER");

    assertThat(deciding.get(pair).state()).isEqualTo(Review.State.OPEN);
    assertThat(one(one, other)).isFalse();
  }

  @Test
  void undo_bringsBackWhatWasBefore() {
    var joined = asked(lan, binh, 1);
    say(joined, Verdict.SAME, "lan");
    var parted = asked(lan, lanAgain, 1);
    say(parted, Verdict.DIFFERENT, "lan");
    assertThat(one(lan, lanAgain)).isFalse();

    deciding.undo(parted, act(parted, "ha"));
    var undone = deciding.undo(joined, act(joined, "ha"));

    assertThat(undone.state()).isEqualTo(Review.State.OPEN);
    assertThat(one(lan, binh)).isFalse();
    assertThat(one(lan, lanAgain)).isTrue();
    assertThat(one(stored.opened(), lan, lanAgain)).isTrue();
  }

  @Test
  void undo_ofAWordAgainstAMerge_bringsTheMergeBack() {
    stored.identity.merge(List.of(profileOf(lan), profileOf(binh)), MINH);
    var pair = asked(lan, binh, 1);
    var parted = say(pair, Verdict.DIFFERENT, "lan");
    assertThat(parted.carried().orElseThrow().before()).isEqualTo(Said.SAME);
    assertThat(one(lan, binh)).isFalse();

    deciding.undo(pair, act(pair, "lan"));

    assertThat(one(lan, binh)).isTrue();
  }

  @Test
  void undo_leavesWhatWasSaidSince() {
    var pair = asked(lan, binh, 1);
    say(pair, Verdict.DIFFERENT, "lan");
    stored.identity.merge(List.of(profileOf(lan), profileOf(binh)), MINH);

    deciding.undo(pair, act(pair, "lan"));

    assertThat(one(lan, binh)).isTrue();
  }

  @Test
  void undo_ofAWordThatALaterMergeContains_leavesTheMerge() {
    var pair = asked(lan, binh, 1);
    say(pair, Verdict.SAME, "lan");
    var quan = record("9", Map.of("fullName", "Phạm Quân"));
    stored.identity.resolve(List.of(quan), "loader");
    stored.identity.merge(List.of(profileOf(lan), profileOf(quan)), MINH);

    deciding.undo(pair, act(pair, "lan"));

    assertThat(one(lan, binh)).isTrue();
    assertThat(one(lan, quan)).isTrue();
  }

  @Test
  void carryOutOwed_tellsTheJournalWhatAKillLeftUntold_once() {
    var pair = asked(lan, binh, 1);
    var untold = deciding.get(pair).say(new Opinion("lan", Verdict.SAME, "", LONG_AGO));
    reviews.replace(untold, ENTRY);
    assertThat(one(lan, binh)).isFalse();

    deciding.carryOutOwed();

    assertThat(one(lan, binh)).isTrue();
    long told = stored.identity.<Long>ask(r -> r.applied());
    deciding.carryOutOwed();
    assertThat(stored.identity.<Long>ask(r -> r.applied())).isEqualTo(told);
  }

  @Test
  void carryOutOwed_ofARecordThatIsGone_leavesTheOthersAlone() {
    var gone = asked(lan, lanAgain, 1);
    reviews.replace(
        deciding.get(gone).say(new Opinion("lan", Verdict.DIFFERENT, "", LONG_AGO)), ENTRY);
    var other = asked(lan, binh, 1);
    reviews.replace(deciding.get(other).say(new Opinion("lan", Verdict.SAME, "", LONG_AGO)), ENTRY);
    stored.identity.remove(LongSet.of(lanAgain.number()), MINH);

    deciding.carryOutOwed();

    assertThat(one(lan, binh)).isTrue();
  }

  /** Reviews that fail to be written once the journal was told, as after a kill. */
  private Deciding killed() {
    return deciding(
        (review, _) -> {
          if (review.carried().filter(Review.Carried::told).isPresent()) {
            throw Stale.named(review.name());
          }
        });
  }

  /** Decides over the same reviews; something happens before each is replaced. */
  private Deciding deciding(BiConsumer<Review, AuditEntry> before) {
    var watched =
        (Reviews)
            Proxy.newProxyInstance(
                Reviews.class.getClassLoader(),
                new Class<?>[] {Reviews.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("replace")) {
                    before.accept((Review) arguments[0], (AuditEntry) arguments[1]);
                  }
                  return method.invoke(reviews, arguments);
                });
    return new Deciding(watched, stored.identity, stored.projection, stored.clock);
  }

  @Test
  void carryOutOwed_afterAKillThatCameAfterTheJournal_saysNothingAgain_andCanBeUndone() {
    var pair = asked(lan, binh, 1);
    assertThatThrownBy(() -> killed().decide(pair, Verdict.SAME, act(pair, "lan")))
        .isInstanceOf(Stale.class);
    assertThat(one(lan, binh)).isTrue();
    long told = stored.identity.<Long>ask(r -> r.applied());
    var later = Clock.offset(stored.clock, Duration.ofMinutes(2));

    new Deciding(reviews, stored.identity, stored.projection, later).carryOutOwed();

    assertThat(stored.identity.<Long>ask(r -> r.applied())).isEqualTo(told);
    assertThat(deciding.get(pair).owed()).isFalse();
    deciding.undo(pair, act(pair, "lan"));
    assertThat(one(lan, binh)).isFalse();
  }

  @Test
  void undo_ofAWordThatWasToldJustBeforeAKill_takesItBack() {
    var pair = asked(lan, binh, 1);
    assertThatThrownBy(() -> killed().decide(pair, Verdict.SAME, act(pair, "lan")))
        .isInstanceOf(Stale.class);

    deciding.undo(pair, act(pair, "lan"));

    assertThat(one(lan, binh)).isFalse();
    assertThat(deciding.get(pair).state()).isEqualTo(Review.State.OPEN);
  }

  @Test
  void carryOutOwed_leavesToItsCallWhatWasJustDecided() {
    var pair = asked(lan, binh, 1);
    var word = new Opinion("lan", Verdict.SAME, "", stored.clock.instant());
    reviews.replace(deciding.get(pair).say(word).owing(Said.NOTHING), ENTRY);

    deciding.carryOutOwed();

    assertThat(deciding.get(pair).owed()).isTrue();
    assertThat(one(lan, binh)).isFalse();
  }

  @Test
  void undo_ofWhatStoodAlready_leavesItStanding() {
    stored.identity.merge(List.of(profileOf(lan), profileOf(binh)), MINH);
    var pair = asked(lan, binh, 1);
    say(pair, Verdict.SAME, "lan");

    deciding.undo(pair, act(pair, "lan"));

    assertThat(one(lan, binh)).isTrue();
  }

  @Test
  void aStewardsNote_isInTheReviewAlone() {
    var pair = asked(lan, binh, 1);
    var reasons = new ArrayList<String>();
    var watched = deciding((_, entry) -> reasons.add(entry.reason()));

    var decided = watched.decide(pair, Verdict.SAME, act(pair, "lan"));
    assertThat(decided.opinions().getLast().note()).isEqualTo("seen");
    watched.undo(pair, act(pair, "lan"));

    assertThat(reasons).hasSize(4).containsOnly("reviews/" + pair.id());
    assertThat(stored.identity.since(0, 100))
        .filteredOn(decision -> decision.by().actor().equals("lan"))
        .hasSize(2)
        .allMatch(decision -> decision.by().reason().equals("reviews/" + pair.id()));
  }

  @Test
  void get_ofAPairThatNobodyIsAskedAbout_isNotFound() {
    assertThatThrownBy(() -> deciding.get(new Pair(1, 2))).isInstanceOf(NotFound.class);
  }
}
