package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.platform.testkit.TestClock;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Shift;
import org.masterplan.profiles.privacy.domain.OthersHandle;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;
import org.masterplan.profiles.privacy.domain.Standstill;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.SourceRecord;

class TellingMovesTest {
  IdentityFixture f = new IdentityFixture();
  Followers followers = new Followers();
  Told told = new InMemoryTold();
  List<Standstill> refused = new ArrayList<>();
  TestClock clock = TestClock.at(IdentityFixture.NOW);
  TellingMoves moves = restarted();

  /** Another process over the same stores. */
  private TellingMoves restarted() {
    var memory = new TellingMoves.Memory(told, (move, _) -> refused.add(move), clock);
    return new TellingMoves(f.journal, new Moving(f.identity, f.records), followers, memory);
  }

  @Test
  void tell_aMergeAndItsSplit_inOrderAndOnce() {
    var lan = f.load("a", "phone", "+84901234567", "fullName", "Lan");
    var minh = f.load("b", "phone", "+84907654321", "email", "minh@x.vn", "fullName", "Minh");
    var winner = f.profileOf(lan);
    var loser = f.profileOf(minh);

    f.identity.merge(List.of(winner, loser), IdentityFixture.LAN);
    f.split(winner, minh);
    moves.tell(() -> {});
    moves.tell(() -> {});

    var parted =
        new PersonKeys(
            List.of(loser),
            List.of("+84907654321"),
            List.of("minh@x.vn"),
            List.of(),
            List.of("sources/s/records/b"));
    assertThat(followers.heard("ledger"))
        .containsExactly(
            new Relocation(loser, winner, 3, null), new Relocation(winner, loser, 4, parted));
    assertThat(moves.waiting("ledger")).isZero();
  }

  @Test
  void tell_whatALoadMerged_andKeepsTheSharedPhoneOutOfASplit() {
    var a = f.load("a", "phone", "+84901234567", "fullName", "Nguyễn Văn An");
    var b = f.load("b", "email", "an@x.vn", "fullName", "An Nguyen");
    var older = f.profileOf(a);
    var newer = f.profileOf(b);
    var both = f.load("c", "phone", "+84901234567", "email", "an@x.vn", "fullName", "Nguyen An");
    assertThat(f.profileOf(both)).isEqualTo(older);

    f.split(older, both);
    moves.tell(() -> {});

    var heard = followers.heard("ledger");
    assertThat(heard.getFirst()).isEqualTo(new Relocation(newer, older, 3, null));
    assertThat(heard).hasSizeGreaterThan(1).last().matches(r -> r.from().equals(older));
    assertThat(heard.getLast().parted().orElseThrow().phones()).isEmpty();
  }

  @Test
  void tell_whileOneIsAway_tellsTheOther_andTheFirstOnceItIsBack() {
    var lan = f.load("a", "phone", "+84901234567");
    var minh = f.load("b", "phone", "+84907654321");
    f.identity.merge(List.of(f.profileOf(lan), f.profileOf(minh)), IdentityFixture.LAN);
    followers.away.add("ledger");

    assertThatThrownBy(() -> moves.tell(() -> {}))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("SERVICES_AWAY");

    assertThat(followers.heard("ideas")).hasSize(1);
    assertThat(moves.waiting("ledger")).isPositive();
    followers.away.clear();
    moves.tell(() -> {});
    assertThat(followers.heard("ledger")).hasSize(1);
    assertThat(followers.heard("ideas")).hasSize(1);
    assertThat(moves.waiting("ledger")).isZero();
  }

  @Test
  void tell_aRefusedDecision_keepsNobodyElseWaiting() {
    var poison = merged("a", "b");
    var other = merged("c", "d");
    followers.poison.add(poison.from());

    moves.tell(() -> {});

    assertThat(followers.heard("ledger")).containsExactly(other);
    assertThat(moves.waiting("ledger")).isZero();
    assertThat(moves.standing("ledger")).isOne();
    assertThat(refused).extracting(Standstill::service).containsExactly("ledger", "ideas");
  }

  @Test
  void tell_afterARefusal_laterMovesOfTheSamePeopleWait_alsoAfterARestart() {
    var poison = merged("a", "b");
    followers.poison.add(poison.from());
    moves.tell(() -> {});
    f.identity.merge(List.of(profileOf("a"), load("c")), IdentityFixture.LAN);
    f.split(poison.to(), record("b"));
    var other = merged("d", "e");
    moves = restarted();
    moves.tell(() -> {});
    assertThat(followers.heard("ledger")).containsExactly(other);

    followers.poison.clear();
    clock.advance(Duration.ofMinutes(2));
    moves.tell(() -> {});

    var heard = followers.heard("ledger");
    assertThat(heard.subList(1, heard.size()))
        .isSortedAccordingTo(Comparator.comparing(Relocation::journal))
        .hasSize(3)
        .first()
        .isEqualTo(poison);
    assertThat(moves.standing("ledger")).isZero();
  }

  @Test
  void tell_refusedAgain_waitsTwiceAsLongEachTime() {
    followers.poison.add(merged("a", "b").from());
    moves.tell(() -> {});
    moves.tell(() -> {});
    assertThat(refused).hasSize(2);

    clock.advance(Duration.ofSeconds(61));
    moves.tell(() -> {});
    clock.advance(Duration.ofSeconds(61));
    moves.tell(() -> {});
    assertThat(refused).hasSize(4);
    clock.advance(Duration.ofSeconds(61));
    moves.tell(() -> {});
    assertThat(refused).hasSize(6).last().extracting(Standstill::refusals).isEqualTo(3);
  }

  @Test
  void tell_aDecisionThatBrokeOffBehindARefusal_leavesTheRefusedMoveItsWait() {
    followers.poison.add(ProfileId.name(2));
    followers.awayFrom.add(ProfileId.name(3));
    decided(1, List.of(new Shift(2, 1, true), new Shift(3, 4, true)));
    for (int round = 0; round < 3; round++) {
      assertThatThrownBy(() -> moves.tell(() -> {})).isInstanceOf(Unavailable.class);
    }

    assertThat(refused).extracting(Standstill::service).containsExactly("ledger", "ideas");
    assertThat(told.standing("ledger")).extracting(Standstill::refusals).containsExactly(1);
  }

  @Test
  void tell_aServiceThatRefusesEverything_isAskedNoMoreThanItsShare() {
    followers.poison.add(ProfileId.name(2));
    decided(1, LongStream.rangeClosed(2, 501));
    decided(2, LongStream.of(1000));

    moves.tell(() -> {});

    assertThat(moves.standing("ledger")).isEqualTo(500);
    assertThat(moves.waiting("ledger")).isOne();
    assertThat(refused).extracting(Standstill::service).containsExactly("ledger", "ideas");
  }

  /** All of these became part of the first profile. */
  private void decided(long number, LongStream parts) {
    decided(number, parts.mapToObj(part -> new Shift(part, 1, true)).toList());
  }

  private void decided(long number, List<Shift> shifts) {
    var by = new Decision.By(IdentityFixture.NOW, "lan@data", Cause.MERGED, "");
    f.journal.append(new Decision(number, by, List.of(), List.of(), List.of(), shifts));
  }

  private String load(String id) {
    return f.profileOf(f.load(id, "fullName", id));
  }

  private SourceRecord record(String id) {
    return f.records.find(List.of(new RecordName("s", id))).values().iterator().next();
  }

  private String profileOf(String id) {
    return f.profileOf(record(id));
  }

  /** Loads two people who turn out to be one. */
  private Relocation merged(String one, String other) {
    var winner = load(one);
    var loser = load(other);
    f.identity.merge(List.of(winner, loser), IdentityFixture.LAN);
    return new Relocation(loser, winner, f.journal.last(), null);
  }

  /** Two services that remember what they were told. */
  private static final class Followers implements Holders {
    final Set<String> away = new HashSet<>();
    final Set<String> poison = new HashSet<>();

    /** They are away when one of these is to be moved. */
    final Set<String> awayFrom = new HashSet<>();

    private final Map<String, List<Relocation>> heard =
        Map.of("ledger", new ArrayList<>(), "ideas", new ArrayList<>());

    List<Relocation> heard(String service) {
      return heard.get(service);
    }

    @Override
    public List<OthersHandle> others(String service, PersonKeys person) {
      throw new AssertionError("nobody is forgotten: " + service);
    }

    @Override
    public List<String> knowers() {
      return List.of();
    }

    @Override
    public List<String> followers() {
      return List.of("ledger", "ideas");
    }

    @Override
    public void move(String service, Relocation relocation) {
      if (away.contains(service) || awayFrom.contains(relocation.from())) {
        throw new Unavailable("SERVICES_AWAY", Map.of("services", service));
      }
      if (poison.contains(relocation.from())) {
        throw new WrongState("MOVE_REFUSED", Map.of("service", service, "status", "INTERNAL"));
      }
      heard.get(service).add(relocation);
    }

    @Override
    public List<String> services() {
      return List.of();
    }

    @Override
    public long erase(String service, PersonKeys person, String reason) {
      throw new AssertionError("nobody is erased");
    }

    @Override
    public List<Holding> export(String service, PersonKeys person) {
      throw new AssertionError("nobody asks");
    }
  }
}
