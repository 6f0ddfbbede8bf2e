package org.masterplan.registry.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.registry.community.CommunityFixture.NOW;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.masterplan.registry.member.domain.ErasedMarks;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;

class ErasedMembersTest {
  static final Keys LAN = new Keys("facebook", "lan", "lan@example.vn", "0912345678", "");

  Member lan = member("communities/me-bim", LAN, Optional.empty());

  @Test
  void marks_areTheOwnKeysWithinTheCommunity_notASharedPhone() {
    assertThat(ErasedMarks.of(lan))
        .containsExactly(
            "communities/me-bim|handle:facebook:lan", "communities/me-bim|email:lan@example.vn");
    var byPhone = new Keys("", "", "", "0912345678", "");
    assertThat(ErasedMarks.of(member("communities/me-bim", byPhone, Optional.empty())))
        .containsExactly("communities/me-bim|phone:+84912345678");
  }

  @Test
  void cover_whoIsListedAgain_butNotWhoJoinedAnewOrElsewhere() {
    var marked = Map.of("communities/me-bim|email:lan@example.vn", NOW);
    var before = Optional.of(NOW.minusSeconds(1));
    var after = Optional.of(NOW.plusSeconds(1));
    var otherName = new Keys("facebook", "lan.2", "lan@example.vn", "", "");

    assertThat(ErasedMarks.cover(lan, marked)).isTrue();
    assertThat(ErasedMarks.cover(member("communities/me-bim", otherName, before), marked)).isTrue();
    assertThat(ErasedMarks.cover(member("communities/me-bim", LAN, after), marked)).isFalse();
    assertThat(ErasedMarks.cover(member("communities/be-an", LAN, before), marked)).isFalse();
    assertThat(ErasedMarks.cover(lan, Map.of())).isFalse();
  }

  private static Member member(String community, Keys keys, Optional<Instant> joined) {
    return Member.listed(community, keys, joined, Optional.empty());
  }
}
