package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.masterplan.platform.testkit.Figures;

/**
 * How communities are judged, held against how they truly fare.
 *
 * @param states by community
 */
record HealthTruth(Planted planted, Map<String, String> states) {
  /** Where nobody steers any more, as the plan sees it. */
  private static final Set<String> ADRIFT = Set.of("GHOST_SHIP", "ORPHANED");

  /** All that is true of a demonstration on any day. */
  void holds(String day) {
    abandonedAreFoundOrSeenToFade(day);
    nearMissesAreNotAccused(day);
    unseenAreNeverAccused();
    assertThat(ids(c -> state(c.id()).equals("ORPHANED")))
        .isEqualTo(ids(Planted.Community::orphaned))
        .hasSizeGreaterThan(17);
  }

  /** By their own rhythm the chance may be below one half: few acts, or silent for half a year. */
  void abandonedAreFoundOrSeenToFade(String day) {
    var abandoned = ids(Planted.Community::abandoned);
    var adrift = abandoned.stream().filter(c -> ADRIFT.contains(state(c))).count();
    var fading = abandoned.stream().filter(c -> state(c).equals("FADING")).toList();

    Figures.print("truth.abandoned", abandoned.size(), day, "planted");
    Figures.print("truth.abandoned.found", adrift, day, "at least three quarters");
    Figures.print("truth.abandoned.missed", fading.size(), day, "seen to fade, none alive");
    assertThat(adrift + fading.size()).isEqualTo(abandoned.size());
    assertThat(adrift * 4).isGreaterThanOrEqualTo(abandoned.size() * 3L);
  }

  /**
   * "Many fans, few who act" is what is planted in the vain ones: hardly anything is left to tell
   * them from ghost ships.
   */
  void nearMissesAreNotAccused(String day) {
    var accused =
        ids(c -> !c.abandoned()).stream().filter(c -> state(c).equals("GHOST_SHIP")).toList();
    Figures.print("truth.accused", accused.size(), day, "0, but for those with few who act");

    var few = ids(c -> c.mark().equals("vanity"));
    assertThat(accused).isSubsetOf(few);
    assertThat(few).hasSize(2);
  }

  void unseenAreNeverAccused() {
    var unseen = ids(Planted.Community::isUnseen);

    assertThat(unseen).hasSize(12).noneMatch(c -> ADRIFT.contains(state(c)));
    assertThat(unseen).filteredOn(c -> state(c).equals("NOT_OBSERVED")).hasSize(6);
  }

  private List<String> ids(Predicate<Planted.Community> which) {
    return planted.ids(which);
  }

  private String state(String community) {
    assertThat(states).containsKey(community);
    return states.get(community);
  }
}
