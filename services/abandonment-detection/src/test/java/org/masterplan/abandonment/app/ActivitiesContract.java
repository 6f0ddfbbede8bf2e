package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Activity;
import org.masterplan.abandonment.domain.Voice;

/** What every store of activity must do. Subclasses supply a fresh, empty one. */
public abstract class ActivitiesContract {
  static final Instant TIME = Instant.parse("2026-11-20T02:00:00Z");
  static final String AN = "~00000000000000000000000000000001";
  static final String BINH = "~00000000000000000000000000000002";

  protected abstract Activities fresh();

  private Activities activities;

  @BeforeEach
  void start() {
    activities = fresh();
  }

  static Activity.Event event(String community, String author, int second) {
    var time = TIME.plusSeconds(second);
    return new Activity.Event(community, time, author, Voice.MEMBER, "POST", "", "");
  }

  static Activity.DailyTotal total(long count) {
    return new Activity.DailyTotal(
        "me-bim", LocalDate.parse("2026-11-19"), Voice.MEMBER, "POST", count, 3);
  }

  @Test
  void addEvents_storesEachOnce() {
    var first = event("me-bim", AN, 0);
    var second = event("me-bim", BINH, 0);

    assertThat(activities.addEvents(List.of(first, second, first)).added()).isEqualTo(2);
    assertThat(activities.addEvents(List.of(second, event("me-bim", AN, 1))).added()).isEqualTo(1);
    assertThat(read("me-bim")).hasSize(3).contains(first, second);
  }

  @Test
  void addEvents_takesAnEmptyBatch() {
    assertThat(activities.addEvents(List.of())).isEqualTo(new Activities.Stored(0, 0));
  }

  @Test
  void putTotals_keepsTheLastFigure() {
    assertThat(activities.putTotals(List.of(total(5)))).isEqualTo(new Activities.Stored(1, 0));
    assertThat(activities.putTotals(List.of(total(5)))).isEqualTo(new Activities.Stored(0, 0));
    assertThat(activities.putTotals(List.of(total(6)))).isEqualTo(new Activities.Stored(0, 1));
    assertThat(read("me-bim")).containsExactly(total(6));
  }

  @Test
  void read_givesNothingOfOtherCommunities() {
    activities.addEvents(List.of(event("me-bim", AN, 0), event("me-bim-2", AN, 0)));

    assertThat(read("me-bim")).containsExactly(event("me-bim", AN, 0));
    assertThat(read("sua-hat")).isEmpty();
  }

  @Test
  void presences_tellsWhereAnAuthorWasSeen() {
    activities.addEvents(
        List.of(
            event("me-bim", AN, 0),
            event("me-bim", AN, 9),
            event("sua-hat", AN, 3),
            event("me-bim", BINH, 1)));

    assertThat(activities.presences(AN))
        .containsExactlyInAnyOrder(
            new Activities.Presence("me-bim", 2, TIME, TIME.plusSeconds(9)),
            new Activities.Presence("sua-hat", 1, TIME.plusSeconds(3), TIME.plusSeconds(3)));
  }

  @Test
  void anonymise_keepsTheActsAndSurvivesAnotherImport() {
    var acts = List.of(event("me-bim", AN, 0), event("me-bim", AN, 9), event("sua-hat", AN, 3));
    activities.addEvents(acts);

    assertThat(activities.anonymise(AN, "me-bim")).isEqualTo(2);
    assertThat(activities.anonymise(AN, "me-bim")).isZero();
    assertThat(activities.addEvents(acts).added()).isZero();

    assertThat(activities.presences(AN))
        .extracting(Activities.Presence::community)
        .containsExactly("sua-hat");
    assertThat(read("me-bim")).hasSize(2);
  }

  private List<Activity> read(String community) {
    var all = new ArrayList<Activity>();
    activities.read(community, all::add);
    return all;
  }
}
