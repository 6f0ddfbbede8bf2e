package org.masterplan.profiles.identity.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Founding;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Shift;

/** What every journal must do. Subclasses supply a fresh, empty one. */
public abstract class JournalContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  Journal journal;

  protected abstract Journal journal();

  @BeforeEach
  void fresh() {
    journal = journal();
  }

  static Decision decision(long number) {
    return new Decision(
        number,
        new Decision.By(NOW, "lan@data", Cause.SPLIT, "two sisters"),
        List.of(new Move(11, Move.NONE, 21), new Move(12, 21, Move.NONE)),
        List.of(new Founding(21, 11)),
        List.of(
            new Constraint.Apart(LongSet.of(11), LongSet.of(12, 13)),
            new Constraint.Together(LongSet.of(12, 13)),
            new Constraint.Unsaid(LongSet.of(13), LongSet.of(12))),
        List.of(new Shift(21, 22, false), new Shift(23, 21, true)),
        number + 6);
  }

  @Test
  void after_returnsWhatWasAppended_inOrder() {
    assertThat(journal.last()).isZero();
    for (long n = 1; n <= 5; n++) {
      assertThat(journal.append(decision(n))).isTrue();
    }

    assertThat(journal.last()).isEqualTo(5);
    assertThat(journal.after(2, 2)).containsExactly(decision(3), decision(4));
    assertThat(journal.after(5, 2)).isEmpty();
  }

  private static Decision caused(long number, Cause cause) {
    var plain = decision(number);
    return new Decision(
        number,
        new Decision.By(NOW, "lan@data", cause, ""),
        plain.moves(),
        plain.foundings(),
        plain.constraints(),
        plain.shifts());
  }

  @Test
  void said_returnsWhatStewardsDecidedAboutThatProfile_newestFirst() {
    assertThat(journal.said(21, 5)).isEmpty();
    journal.append(caused(1, Cause.MERGED));
    journal.append(caused(2, Cause.RESOLVED));
    journal.append(caused(3, Cause.UNSAID));
    journal.append(caused(4, Cause.ERASED));
    journal.append(caused(5, Cause.SPLIT));

    assertThat(journal.said(23, 5)).extracting(Decision::number).containsExactly(5L, 3L, 1L);
    assertThat(journal.said(21, 2))
        .containsExactly(caused(5, Cause.SPLIT), caused(3, Cause.UNSAID));
    assertThat(journal.said(24, 5)).isEmpty();
  }

  @Test
  void append_ofATakenNumber_changesNothing() {
    journal.append(decision(1));

    assertThat(journal.append(decision(1))).isFalse();
    assertThat(journal.last()).isEqualTo(1);
  }
}
