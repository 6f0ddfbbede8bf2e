package org.masterplan.profiles.touch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.TestClock;

class LastingTest {
  private final TestClock clock = TestClock.at(Instant.parse("2026-11-23T06:00:00Z"));
  private final List<String> found = new CopyOnWriteArrayList<>();
  private final Lasting<String, String> lasting =
      new Lasting<>(
          answer -> answer.equals("away") ? Duration.ofSeconds(5) : Duration.ofMinutes(10), clock);

  @Test
  void of_answersTheSameUntilItIsTooOld() {
    assertThat(ask("a", "one")).isEqualTo("one");
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(ask("a", "two")).isEqualTo("one");
    clock.advance(Duration.ofMillis(1));
    assertThat(ask("a", "three")).isEqualTo("three");

    assertThat(found).containsExactly("one", "three");
  }

  @Test
  void of_goesByTheAnswer_howLongItStands() {
    assertThat(ask("a", "away")).isEqualTo("away");
    assertThat(ask("a", "here")).isEqualTo("away");
    clock.advance(Duration.ofSeconds(5));
    assertThat(ask("a", "here")).isEqualTo("here");
  }

  @Test
  void of_knowsEachQuestionApart_andOfTooManyForgetsTheOneNotAskedForLongest() {
    ask("a", "one");
    ask("b", "other");
    ask("a", "again");
    for (int i = 0; i < Lasting.MOST - 1; i++) {
      ask("more " + i, "more");
    }

    assertThat(ask("a", "anew")).isEqualTo("one");
    assertThat(ask("b", "anew")).isEqualTo("anew");
  }

  @Test
  void of_whileItIsFoundOut_answersWhatWasKnown_andKeepsNoOtherQuestionWaiting() {
    ask("a", "old");
    clock.advance(Duration.ofHours(1));

    var answer =
        lasting.of("a", () -> "new beside " + elsewhere("a", "x") + " and " + elsewhere("b", "y"));

    assertThat(answer).isEqualTo("new beside old and y");
    assertThat(ask("a", "z")).isEqualTo(answer);
  }

  @Test
  void of_whatFailed_isAskedAgain() {
    assertThatThrownBy(() -> lasting.of("a", () -> List.<String>of().getFirst()))
        .isInstanceOf(java.util.NoSuchElementException.class);

    assertThat(ask("a", "here")).isEqualTo("here");
  }

  private String elsewhere(String question, String answer) {
    return CompletableFuture.supplyAsync(() -> ask(question, answer))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  private String ask(String question, String answer) {
    return lasting.of(
        question,
        () -> {
          found.add(answer);
          return answer;
        });
  }
}
