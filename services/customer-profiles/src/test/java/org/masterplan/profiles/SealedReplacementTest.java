package org.masterplan.profiles;

/** Replacing databases whose records are sealed. */
class SealedReplacementTest extends ReplacementTest {
  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SealedProfilesTest.SEALING);
  }
}
