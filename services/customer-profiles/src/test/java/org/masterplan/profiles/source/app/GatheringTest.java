package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.Unavailable;

class GatheringTest {
  private final List<List<Integer>> done = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Gathering<Integer, Integer> gathering =
      new Gathering<>(this::halves, Integer::intValue, 100);

  private List<Integer> halves(List<Integer> asked) {
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done.add(asked);
    if (asked.stream().anyMatch(each -> each % 2 == 1)) {
      throw new IllegalStateException("odd");
    }
    return asked.stream().map(each -> each / 2).toList();
  }

  /** These are asked, one after the other, while the first is worked at. */
  private List<Future<Integer>> asked(Integer... questions) throws Exception {
    var answers = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newCachedThreadPool()) {
      for (int n = 0; n < questions.length; n++) {
        var question = questions[n];
        answers.add(threads.submit(() -> gathering.ask(question)));
        begun.await();
        int waiting = n;
        await().until(() -> gathering.waiting() == waiting);
      }
      goOn.countDown();
    }
    return answers;
  }

  @Test
  void ask_alone_isAnsweredAtOnce() {
    goOn.countDown();

    assertThat(gathering.ask(8)).isEqualTo(4);
  }

  @Test
  void ask_whileWorkIsUnderWay_sharesTheNext_andEachHasItsOwnAnswer() throws Exception {
    var answers = asked(2, 4, 6, 8);

    assertThat(done).containsExactly(List.of(2), List.of(4, 6, 8));
    assertThat(answers).extracting(Future::resultNow).containsExactly(1, 2, 3, 4);
  }

  @Test
  void ask_moreThanOnePieceTakes_isAnsweredByTheNext() throws Exception {
    var answers = asked(2, 60, 50, 4);

    assertThat(done).containsExactly(List.of(2), List.of(60, 50), List.of(4));
    assertThat(answers.getLast().get()).isEqualTo(2);
  }

  @Test
  void ask_whereEverythingIsBroken_isNotTriedOneByOne() throws Exception {
    var answers = asked(2, 3, 5, 7, 9);

    assertThat(done).containsExactly(List.of(2), List.of(3, 5, 7, 9), List.of(3), List.of(5));
    assertThat(answers.subList(1, 5))
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(Future.State.FAILED));
  }

  @Test
  void ask_whereTooManyWait_isRefused() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> gathering.ask(2));
      begun.await();
      for (int n = 0; n < 5_000; n++) {
        threads.submit(() -> gathering.ask(4));
      }
      await().until(() -> gathering.waiting() == 5_000);

      assertThatThrownBy(() -> gathering.ask(6))
          .isInstanceOfSatisfying(
              Unavailable.class, e -> assertThat(e.reason()).isEqualTo("TOO_MANY_WAIT"));
      goOn.countDown();
    }
  }

  @Test
  void ask_withOneThatFails_isTriedAlone() throws Exception {
    var answers = asked(2, 4, 7, 8);

    assertThat(answers.get(1).get()).isEqualTo(2);
    assertThat(answers.get(3).get()).isEqualTo(4);
    assertThatThrownBy(() -> answers.get(2).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("odd");
  }
}
