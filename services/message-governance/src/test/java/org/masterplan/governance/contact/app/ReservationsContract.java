package org.masterplan.governance.contact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.governance.contact.domain.Ask;
import org.masterplan.governance.contact.domain.Channel;
import org.masterplan.governance.contact.domain.MessageClass;
import org.masterplan.governance.contact.domain.Reservation;
import org.masterplan.governance.contact.domain.Reservation.Accounted;
import org.masterplan.governance.contact.domain.Reservation.Outcome;
import org.masterplan.governance.contact.domain.Reservation.State;

/** What every store of reservations must do. */
public abstract class ReservationsContract {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

  Reservations reservations;

  protected abstract Reservations reservations();

  @BeforeEach
  void open() {
    reservations = reservations();
  }

  @Test
  void add_keepsEverything_andRefusesATakenId() {
    var granted = pending("m.lan", "profiles/lan", 0).with(Outcome.granted(NOW.plusSeconds(60)));
    var stored =
        new Reservation(
            granted.id(),
            1,
            granted.ask(),
            granted.point(),
            granted.profile(),
            1,
            granted.outcome(),
            granted.taken(),
            7);

    assertThat(reservations.add(stored)).isTrue();
    assertThat(reservations.add(stored)).isFalse();
    assertThat(reservations.find("m.lan")).contains(stored);
    assertThat(reservations.find("none")).isEmpty();
  }

  @Test
  void replace_ofAnOldRevision_storesNothing() {
    var first = pending("m.lan", "profiles/lan", 0);
    reservations.add(first);
    var refused = first.with(new Outcome(State.REFUSED, List.of("consent"), NOW, null));

    assertThat(reservations.replace(refused)).isTrue();
    assertThat(reservations.replace(first.withdrawn("suppression"))).isFalse();
    assertThat(reservations.find("m.lan")).contains(refused);
  }

  @Test
  void ofAccounts_findsByPointAndByProfile_oldestFirst() {
    reservations.add(pending("c", "profiles/lan", 2));
    reservations.add(pending("a", "profiles/lan", 1));
    reservations.add(pending("b", "profiles/minh", 0));

    assertThat(reservations.ofAccounts(List.of("profiles/lan"), 10))
        .extracting(Reservation::id)
        .containsExactly("a", "c");
    assertThat(reservations.ofAccounts(List.of("phone:+84901234567"), 2))
        .extracting(Reservation::id)
        .containsExactly("b", "a");
  }

  @Test
  void ofMessage_pagesById() {
    reservations.add(pending("m.a", "profiles/a", 0));
    reservations.add(pending("m.b", "profiles/b", 0));
    reservations.add(pending("m.c", "profiles/c", 0));

    assertThat(reservations.ofMessage("messages/m", "m.a", 1))
        .extracting(Reservation::id)
        .containsExactly("m.b");
    assertThat(reservations.ofMessage("messages/other", "", 5)).isEmpty();
  }

  @Test
  void confirmed_answersWhatTookPlaceSince_withThoseProfiles() {
    var took = stored(pending("a", "profiles/lan", 10)).confirmedAt(NOW.plusSeconds(10));
    var before = stored(pending("b", "profiles/lan", 0)).confirmedAt(NOW);
    var other = stored(pending("c", "profiles/minh", 10)).confirmedAt(NOW.plusSeconds(10));
    reservations.replace(took);
    reservations.replace(before);
    reservations.replace(other);
    stored(pending("d", "profiles/lan", 20));

    var found = new ArrayList<Reservation>();
    reservations.confirmed(
        List.of("profiles/lan", "profiles/nobody"), NOW.plusSeconds(10), found::add);

    assertThat(found).containsExactly(took);
  }

  private Reservation stored(Reservation held) {
    reservations.add(held);
    return held;
  }

  @Test
  void refile_movesTheRecord_once() {
    reservations.add(pending("a", "profiles/lan", 1));

    assertThat(reservations.refile("profiles/lan", "profiles/minh")).isEqualTo(1);
    assertThat(reservations.refile("profiles/lan", "profiles/minh")).isZero();
    assertThat(reservations.ofAccounts(List.of("profiles/minh"), 5)).hasSize(1);
    assertThat(reservations.remove(List.of("a", "none"))).isEqualTo(1);
  }

  private static Reservation pending(String id, String profile, int seconds) {
    var origin = new Ask.Origin("messages/m", "businessUnits/dairy", Set.of("communities/x"), 20);
    var time = NOW.plusSeconds(seconds);
    var ask = new Ask(id, Channel.SMS, MessageClass.PROMOTION, time, origin);
    return Reservation.pending(ask, new Accounted("phone:+84901234567", profile, 7), NOW);
  }
}
