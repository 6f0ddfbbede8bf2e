package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.masterplan.profiles.v1.ListProfilesRequest;

/** Lists of people whose cards are sealed, by what is equal. */
class SealedQueryGrpcTest extends QueryGrpcTest {
  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SealedProfilesTest.SEALING);
  }

  /** The one segment there is holds who was born since a year, and no sealed year is later. */
  @Override
  @Test
  void people_areListedByWhetherTheyAreInAnySegment_butNoSegmentIsMoreThanAnother() {
    var asked = ListProfilesRequest.newBuilder().setFilter("segment:*").build();
    assertThatThrownBy(() -> profiles(ProfilesFixture.CMO).listProfiles(asked))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("birth_year");
  }
}
