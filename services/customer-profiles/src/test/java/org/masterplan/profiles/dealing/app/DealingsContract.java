package org.masterplan.profiles.dealing.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.Money;
import org.masterplan.profiles.dealing.domain.Dealing;

/** What every store of dealings must do. */
public abstract class DealingsContract {
  private static final Dealings.Written NOTHING = new Dealings.Written(0, 0);
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  protected abstract Dealings dealings();

  Dealings dealings;
  Dealing order = new Dealing("o1", "profiles/a", NOW, new Dealing.Deed.Order(Money.dong(250_000)));
  Dealing rating =
      new Dealing("r1", "sources/crm/records/1", NOW.minusSeconds(9), new Dealing.Deed.Rating(.8));
  Dealing act = act("a1", "profiles/a", "communities/x", NOW.minusSeconds(60));

  @BeforeEach
  void fresh() {
    dealings = dealings();
  }

  static Dealing act(String id, String subject, String community, Instant time) {
    return new Dealing(id, subject, time, new Dealing.Deed.Act(community, Dealing.Kind.GIVEN));
  }

  private Dealings.Written add(List<Dealing> some) {
    return dealings.add(some, NOW);
  }

  @Test
  void add_ofWhatWasBroughtBefore_leavesWhatWasBroughtSince() {
    var dearer = new Dealing("o1", "profiles/a", NOW, new Dealing.Deed.Order(Money.dong(300_000)));
    var last = new Dealing("o1", "profiles/a", NOW, new Dealing.Deed.Order(Money.dong(9)));
    add(List.of(dearer));

    assertThat(dealings.add(List.of(order, act), NOW.minusSeconds(1)))
        .isEqualTo(new Dealings.Written(1, 0));
    assertThat(dealings.about(List.of("profiles/a"))).containsExactly(dearer, act);
    assertThat(dealings.add(List.of(dearer), NOW.plusSeconds(9))).isEqualTo(NOTHING);
    assertThat(dealings.add(List.of(order), NOW.plusSeconds(5))).isEqualTo(NOTHING);
    assertThat(dealings.about(List.of("profiles/a"))).containsExactly(dearer, act);
    assertThat(dealings.add(List.of(last), NOW.plusSeconds(9)))
        .isEqualTo(new Dealings.Written(0, 1));
    assertThat(dealings.about(List.of("profiles/a"))).containsExactly(last, act);
  }

  @Test
  void about_answersWhatWasAdded_newestFirst() {
    assertThat(add(List.of(act, rating, order))).isEqualTo(new Dealings.Written(3, 0));

    assertThat(dealings.about(List.of("profiles/a", "sources/crm/records/1")))
        .containsExactly(order, rating, act);
    assertThat(dealings.about(List.of("profiles/b"))).isEmpty();
    assertThat(dealings.about(List.of())).isEmpty();
  }

  @Test
  void add_countsWhatIsNew_orSaysSomethingElse() {
    add(List.of(order));
    var dearer = new Dealing("o1", "profiles/a", NOW, new Dealing.Deed.Order(Money.dong(300_000)));

    assertThat(add(List.of(order))).isEqualTo(NOTHING);
    assertThat(add(List.of(dearer, act))).isEqualTo(new Dealings.Written(1, 1));
    assertThat(dealings.about(List.of("profiles/a"))).containsExactly(dearer, act);
    assertThat(add(List.of(dearer, act))).isEqualTo(NOTHING);
    assertThat(add(List.of())).isEqualTo(NOTHING);
  }

  @Test
  void add_ofOneIdTwice_countsOnce_asItWasSaidLast() {
    var dearer = new Dealing("o1", "profiles/a", NOW, new Dealing.Deed.Order(Money.dong(300_000)));

    assertThat(add(List.of(order, dearer))).isEqualTo(new Dealings.Written(1, 0));
    assertThat(add(List.of(order, dearer))).isEqualTo(NOTHING);

    assertThat(dealings.about(List.of("profiles/a"))).containsExactly(dearer);
  }

  @Test
  void add_leavesWhomAKnownOneIsAbout() {
    add(List.of(order));
    var elsewhere = new Dealing("o1", "profiles/b", NOW, new Dealing.Deed.Order(Money.dong(1)));

    add(List.of(elsewhere));

    assertThat(dealings.about(List.of("profiles/b"))).isEmpty();
    assertThat(dealings.about(List.of("profiles/a")))
        .extracting(Dealing::deed)
        .containsExactly(elsewhere.deed());
  }

  @Test
  void each_answersWhatWasDoneInOneCommunitySince() {
    var other = act("a2", "profiles/b", "communities/y", NOW);
    var old = act("a3", "profiles/b", "communities/x", NOW.minusSeconds(3600));
    add(List.of(act, other, old, order));

    var found = new ArrayList<Dealing>();
    dealings.each("communities/x", NOW.minusSeconds(60), found::add);

    assertThat(found).containsExactly(act);
  }

  @Test
  void subjects_areThoseWhoOrdered_orThoseWhoDidSomething() {
    var other = act("a9", "profiles/z", "communities/y", NOW);
    add(List.of(act, rating, order, other));

    var ordered = new ArrayList<String>();
    dealings.subjects(true, ordered::add);
    var acted = new ArrayList<String>();
    dealings.subjects(false, acted::add);

    assertThat(ordered).containsExactly("profiles/a");
    assertThat(acted).containsExactlyInAnyOrder("profiles/a", "profiles/z");
  }

  @Test
  void erase_forgetsWhatSubjectsDid() {
    add(List.of(act, rating, order));

    assertThat(dealings.erase(List.of("profiles/a"))).isEqualTo(2);
    assertThat(dealings.about(List.of("profiles/a"))).isEmpty();
    assertThat(dealings.about(List.of("sources/crm/records/1"))).containsExactly(rating);
  }
}
