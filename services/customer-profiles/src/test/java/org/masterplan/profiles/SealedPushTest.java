package org.masterplan.profiles;

/** Pushes into sealed collections. */
class SealedPushTest extends PushTest {
  @Override
  StoredProfiles storing() {
    return new StoredProfiles("sealed", SealedProfilesTest.SEALING);
  }
}
