package org.masterplan.profiles.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.identity.app.IdentityFixture;
import org.masterplan.profiles.privacy.domain.PersonKeys;
import org.masterplan.profiles.privacy.domain.Relocation;

class TellingMovesTest {
  IdentityFixture f = new IdentityFixture();
  Followers followers = new Followers();
  Told told = new InMemoryTold();
  TellingMoves moves =
      new TellingMoves(f.journal, new Moving(f.identity, f.records), followers, told);

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

  /** Two services that remember what they were told. */
  private static final class Followers implements Holders {
    final Set<String> away = new HashSet<>();
    private final Map<String, List<Relocation>> heard =
        Map.of("ledger", new ArrayList<>(), "ideas", new ArrayList<>());

    List<Relocation> heard(String service) {
      return heard.get(service);
    }

    @Override
    public List<String> followers() {
      return List.of("ledger", "ideas");
    }

    @Override
    public void move(String service, Relocation relocation) {
      if (away.contains(service)) {
        throw new Unavailable("SERVICES_AWAY", Map.of("services", service));
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
