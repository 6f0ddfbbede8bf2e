package org.masterplan.profiles;

/** Lists of people whose cards are sealed, by what is equal. */
class SealedQueryGrpcTest extends QueryGrpcTest {
  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SealedProfilesTest.SEALING);
  }
}
