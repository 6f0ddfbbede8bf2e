package org.masterplan.registry.member;

import java.time.Instant;
import java.util.Optional;
import org.masterplan.registry.member.domain.Keys;
import org.masterplan.registry.member.domain.Member;

/** Members of a community, by handle. */
final class MemberFixture {
  static final String COMMUNITY = "communities/me-bim";
  static final Instant JOINED = Instant.parse("2025-03-01T00:00:00Z");

  private MemberFixture() {}

  static Member member(String handle) {
    return member(COMMUNITY, handle);
  }

  static Member member(String community, String handle) {
    return Member.listed(community, keys(handle), Optional.of(JOINED), Optional.empty());
  }

  static Keys keys(String handle) {
    return new Keys("facebook", handle, handle + "@example.vn", "", "");
  }
}
