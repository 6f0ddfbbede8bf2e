package org.masterplan.registry.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.ENTRY;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.registry.community.app.HealthReports.Report;
import org.masterplan.registry.community.app.HealthWatch;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Health;
import org.masterplan.registry.community.domain.Wellbeing;

class HealthWatchTest {
  InMemoryCommunities communities = new InMemoryCommunities();
  HealthWatch watch = new HealthWatch(communities, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void community() {
    var name = CommunityFixture.name("me-bim");
    communities.add(
        "communities/me-bim", Community.register(name, CommunityFixture.draft(), NOW), ENTRY);
  }

  @Test
  void see_writesTheNewestHealth_andSkipsWhoIsNotHere() {
    report("communities/none", Health.ALIVE, 0);
    report("communities/me-bim", Health.ALIVE, 0);
    report("communities/me-bim", Health.FADING, 1);

    assertThat(seen()).isEqualTo(new Wellbeing(Health.FADING, NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void see_doesNotWriteOlderHealth_norTheSameAgainSoon() {
    report("communities/me-bim", Health.FADING, 2);
    report("communities/me-bim", Health.ALIVE, 1);
    report("communities/me-bim", Health.FADING, 3);

    assertThat(seen()).isEqualTo(new Wellbeing(Health.FADING, NOW.plus(Duration.ofHours(2))));
    assertThat(communities.find("communities/me-bim").orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void see_keepsTheFigureFresh() {
    report("communities/me-bim", Health.FADING, 0);
    report("communities/me-bim", Health.FADING, 12);

    assertThat(seen().asOf()).isEqualTo(NOW.plus(Duration.ofHours(12)));
  }

  private void report(String community, Health health, int hours) {
    var at = NOW.plus(Duration.ofHours(hours));
    watch.see(new Report(community, new Wellbeing(health, at)));
  }

  private Wellbeing seen() {
    return communities.find("communities/me-bim").orElseThrow().value().wellbeing().orElseThrow();
  }
}
