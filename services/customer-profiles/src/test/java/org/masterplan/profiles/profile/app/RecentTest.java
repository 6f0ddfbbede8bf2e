package org.masterplan.profiles.profile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong(-7);
  private final AtomicInteger stored = new AtomicInteger(1);
  private final Recent<Integer> recent = new Recent<>(stored::get, now::get);

  @Test
  void get_withinASecond_answersWhatWasRead_andAfterItReadsAnew() {
    assertThat(recent.get()).isEqualTo(1);
    stored.set(2);
    now.addAndGet(SECOND);
    assertThat(recent.get()).isEqualTo(1);

    now.incrementAndGet();

    assertThat(recent.get()).isEqualTo(2);
  }

  /** What takes long to be read is not newer for it. */
  @Test
  void get_isAsOldAsTheBeginningOfItsReading() {
    var slow =
        new Recent<>(
            () -> {
              now.addAndGet(SECOND);
              return stored.getAndIncrement();
            },
            now::get);
    assertThat(slow.get()).isEqualTo(1);
    assertThat(slow.get()).isEqualTo(1);

    now.incrementAndGet();

    assertThat(slow.get()).isEqualTo(2);
  }

  @Test
  void forget_readsAnew() {
    recent.get();
    stored.set(2);

    recent.forget();

    assertThat(recent.get()).isEqualTo(2);
  }

  /** It was read before the change, and is kept neither while nor after that is told. */
  @Test
  void forget_whileSomebodyReads_leavesNothingOld() throws Exception {
    var reading = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    var raced =
        new Recent<>(
            () -> {
              int read = stored.get();
              reading.countDown();
              await(told);
              return read;
            },
            now::get);
    var reader = Thread.ofPlatform().start(raced::get);
    await(reading);
    stored.set(2);
    var teller = Thread.ofPlatform().start(raced::forget);
    while (teller.getState() == Thread.State.NEW || teller.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    told.countDown();
    reader.join();
    teller.join();

    assertThat(raced.get()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
