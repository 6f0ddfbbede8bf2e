package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Observation;
import org.masterplan.abandonment.domain.Turnout;

/** What every store of observations, registered communities and turnouts must do. */
public abstract class SmallStoresContract {
  protected abstract Observations observations();

  protected abstract RegisteredCommunities registered();

  protected abstract Turnouts turnouts();

  @Test
  void extend_keepsTheLaterEnd() {
    var observations = observations();
    var later = Observation.stated("me-bim", Harbour.NOW);
    var earlier = Observation.stated("me-bim", Harbour.NOW.minus(Duration.ofDays(9)));

    assertThat(observations.extend(earlier)).isTrue();
    assertThat(observations.extend(later)).isTrue();
    assertThat(observations.extend(earlier)).isFalse();
    assertThat(observations.extend(later)).isFalse();

    assertThat(observations.find("me-bim")).contains(later);
    assertThat(observations.all()).containsExactly(later);
    assertThat(observations.latest()).contains(Harbour.NOW);
    assertThat(observations.find("sua-hat")).isEmpty();
  }

  @Test
  void extend_keepsWhatWasStatedBeforeWhatWasSeen_inEitherOrder() {
    var observations = observations();
    var stated = Harbour.NOW.minus(Duration.ofDays(140));
    var first = Observation.seen("me-bim", stated.minus(Duration.ofDays(9)));

    assertThat(observations.extend(first)).isTrue();
    assertThat(observations.extend(Observation.seen("me-bim", Harbour.NOW))).isTrue();
    assertThat(observations.extend(Observation.stated("me-bim", stated))).isTrue();
    assertThat(observations.extend(Observation.seen("me-bim", Harbour.NOW))).isFalse();

    assertThat(observations.all()).containsExactly(Observation.stated("me-bim", stated));
  }

  @Test
  void put_replacesARegisteredCommunity() {
    var registered = registered();
    registered.put(new RegisteredCommunities.Seen(Harbour.community("me-bim"), 7));
    registered.put(new RegisteredCommunities.Seen(Harbour.orphaned("me-bim", Harbour.NOW), 7));
    registered.put(new RegisteredCommunities.Seen(Harbour.community("be-an"), 7));

    assertThat(registered.find("me-bim")).contains(Harbour.orphaned("me-bim", Harbour.NOW));
    assertThat(registered.all()).extracting(r -> r.community()).containsExactly("be-an", "me-bim");
  }

  @Test
  void put_keepsThePauseAndTheRevision() {
    var registered = registered();
    var paused = Harbour.paused("me-bim", Harbour.NOW.minus(Duration.ofDays(40)), null);
    registered.put(new RegisteredCommunities.Seen(paused, 3));
    var resumed = Harbour.paused("be-an", Harbour.NOW.minus(Duration.ofDays(40)), Harbour.NOW);
    registered.put(new RegisteredCommunities.Seen(resumed, 4));

    var revisions = new TreeMap<String, Long>();
    registered.eachRevision(revisions::put);

    assertThat(registered.find("me-bim")).contains(paused);
    assertThat(registered.find("be-an")).contains(resumed);
    assertThat(revisions).containsExactly(Map.entry("be-an", 4L), Map.entry("me-bim", 3L));
  }

  @Test
  void put_replacesATurnout() {
    var turnouts = turnouts();
    var an = new Turnout(Set.of(ActivitiesContract.AN), 0, 0);
    var both = new Turnout(Set.of(ActivitiesContract.AN, ActivitiesContract.BINH), 3, 9);
    turnouts.put("me-bim", new Turnouts.Recent(an, an));
    turnouts.put("me-bim", new Turnouts.Recent(an, both));
    turnouts.put("be-an", new Turnouts.Recent(Turnout.NOBODY, an));

    assertThat(turnouts.find(List.of("me-bim", "sua-hat")))
        .containsExactly(new Turnouts.Recent(an, both));
  }
}
