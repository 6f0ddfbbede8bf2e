package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.masterplan.registry.member.app.Seats;

/** What every count of places must do. Subclasses supply a fresh, empty one. */
abstract class SeatsContract {
  private static final String COMMUNITY = "communities/insight";

  protected abstract Seats seats();

  @Test
  void take_again_costsNoSecondPlace() {
    var seats = seats();
    seats.open(COMMUNITY, List::of);

    assertThat(seats.take(COMMUNITY, "a", 2)).isTrue();
    assertThat(seats.take(COMMUNITY, "a", 2)).isTrue();
    assertThat(seats.take(COMMUNITY, "b", 2)).isTrue();
    assertThat(seats.take(COMMUNITY, "c", 2)).isFalse();
    assertThat(seats.take(COMMUNITY, "b", 2)).isTrue();
  }

  @Test
  void open_countsThoseWhoTakePartAlready_once() {
    var seats = seats();
    seats.open(COMMUNITY, () -> List.of("a", "b"));
    seats.open(COMMUNITY, List::of);

    assertThat(seats.take(COMMUNITY, "c", 2)).isFalse();
    assertThat(seats.take(COMMUNITY, "a", 2)).isTrue();
  }

  @Test
  void release_freesThePlaceOnce() {
    var seats = seats();
    seats.open(COMMUNITY, () -> List.of("a", "b"));
    seats.release(COMMUNITY, "a");
    seats.release(COMMUNITY, "a");

    assertThat(seats.take(COMMUNITY, "c", 2)).isTrue();
    assertThat(seats.take(COMMUNITY, "d", 2)).isFalse();
  }

  @Test
  @Tag("cap-43")
  void cap043_take_holdsTheCapUnderAHundredConcurrentJoins() throws Exception {
    var seats = seats();
    seats.open(COMMUNITY, () -> IntStream.range(0, 350).mapToObj(i -> "old-" + i).toList());
    long taken = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var joins =
          IntStream.range(0, 100)
              .mapToObj(i -> threads.submit(() -> seats.take(COMMUNITY, "new-" + i, 400)))
              .toList();
      for (Future<Boolean> join : joins) {
        taken += join.get() ? 1 : 0;
      }
    }

    assertThat(taken).isEqualTo(50);
    assertThat(seats.take(COMMUNITY, "member-401", 400)).isFalse();
  }
}
