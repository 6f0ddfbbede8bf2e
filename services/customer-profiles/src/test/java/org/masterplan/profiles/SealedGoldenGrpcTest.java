package org.masterplan.profiles;

/** Golden values of sealed records. */
class SealedGoldenGrpcTest extends GoldenGrpcTest {
  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SealedProfilesTest.SEALING);
  }
}
