package org.masterplan.profiles.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Said;

class ReviewTest {
  static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  static final Finding FINDING =
      new Finding(Kind.SHARING, 40, OptionalDouble.empty(), List.of("crm"), false);

  static Review asked(int wanted) {
    return Review.found(Pair.of(12, 11), FINDING, wanted, NOW);
  }

  static Opinion word(String actor, Verdict verdict) {
    return new Opinion(actor, verdict, "seen the papers", NOW);
  }

  @Test
  void say_byOneOfOne_decides() {
    var decided = asked(1).say(word("lan", Verdict.SAME));

    assertThat(decided.state()).isEqualTo(Review.State.DECIDED);
    assertThat(decided.outcome()).contains(Verdict.SAME);
    assertThat(decided.owed()).isTrue();
    assertThat(decided.revision()).isEqualTo(2);
    assertThat(decided.carried(new Review.Carried(7, Said.NOTHING)).owed()).isFalse();
  }

  @Test
  void say_byTwoWhoAgree_decides() {
    var first = asked(2).say(word("lan", Verdict.DIFFERENT));
    assertThat(first.state()).isEqualTo(Review.State.SECOND_WANTED);
    assertThat(first.outcome()).isEmpty();

    var second = first.say(word("ha", Verdict.DIFFERENT));

    assertThat(second.outcome()).contains(Verdict.DIFFERENT);
    assertThat(second.judgedTwice()).isTrue();
    assertThat(second.agreed()).isTrue();
  }

  @Test
  void say_byTwoWhoDisagree_isSettledByAThirdWord() {
    var disputed = asked(2).say(word("lan", Verdict.SAME)).say(word("ha", Verdict.DIFFERENT));
    assertThat(disputed.state()).isEqualTo(Review.State.DISPUTED);
    assertThat(disputed.owed()).isFalse();

    var settled = disputed.say(word("lan", Verdict.DIFFERENT));

    assertThat(settled.outcome()).contains(Verdict.DIFFERENT);
    assertThat(settled.agreed()).isFalse();
  }

  @Test
  void say_byOneOfTwoWhoDisagree_whatTheySaidBefore_settlesNothing() {
    var disputed = asked(2).say(word("lan", Verdict.SAME)).say(word("ha", Verdict.DIFFERENT));

    assertThatThrownBy(() -> disputed.say(word("lan", Verdict.SAME)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("REVIEW_OWN_AGAIN");
    assertThatThrownBy(() -> disputed.say(word("ha", Verdict.DIFFERENT)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("REVIEW_OWN_AGAIN");
    assertThat(disputed.say(word("minh", Verdict.SAME)).outcome()).contains(Verdict.SAME);
    assertThat(disputed.say(word("ha", Verdict.SAME)).outcome()).contains(Verdict.SAME);
  }

  @Test
  void unsay_ofTheFirstOfTwoWords_isItsStewardsAlone() {
    var first = asked(2).say(word("lan", Verdict.SAME));

    assertThatThrownBy(() -> first.unsay("ha"))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("REVIEW_UNDO_OWN");
    assertThat(first.unsay("lan").state()).isEqualTo(Review.State.OPEN);
    var disputed = first.say(word("ha", Verdict.DIFFERENT));
    assertThat(disputed.unsay("minh").state()).isEqualTo(Review.State.SECOND_WANTED);
  }

  @Test
  void say_byTheSameStewardTwice_orOnceDecided_isRefused() {
    var first = asked(2).say(word("lan", Verdict.SAME));
    var decided = asked(1).say(word("lan", Verdict.SAME));

    assertThatThrownBy(() -> first.say(word("lan", Verdict.SAME)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("REVIEW_OWN");
    assertThatThrownBy(() -> decided.say(word("ha", Verdict.SAME)))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("REVIEW_STATE");
  }

  @Test
  void opinionsFor_anotherReader_hidesTheFirstOfTwo_untilBothHaveSpoken() {
    var first = asked(2).say(word("lan", Verdict.SAME));

    assertThat(first.opinionsFor("ha")).isEmpty();
    assertThat(first.opinionsFor("lan")).hasSize(1);
    assertThat(first.say(word("ha", Verdict.SAME)).opinionsFor("minh")).hasSize(2);
  }

  @Test
  void unsay_takesTheLastWordBack_andOnlyWhatWasSaid() {
    var decided = asked(1).say(word("lan", Verdict.SAME));

    assertThat(decided.unsay("lan").state()).isEqualTo(Review.State.OPEN);
    assertThat(decided.unsay("lan").carried()).isEmpty();
    assertThatThrownBy(() -> asked(1).unsay("lan"))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("REVIEW_UNSAID");
  }

  @Test
  void pass_thenFoundAgain_isOpenOnceMore() {
    var passed = asked(1).pass();
    assertThat(passed.state()).isEqualTo(Review.State.PASSED);

    assertThat(passed.foundAgain(FINDING).state()).isEqualTo(Review.State.OPEN);
  }

  @Test
  void pairId_isReadAgain_andNothingElseIs() {
    var pair = Pair.of(Long.MAX_VALUE, 3);

    assertThat(Pair.read(pair.id())).contains(pair);
    for (var other : List.of("", "3", "-", "b-a", "a-a", "A-B", "1-2-3", "a--b", "ä-z")) {
      assertThat(Pair.read(other)).isEmpty();
    }
  }
}
