package org.masterplan.profiles.sealing.app;

/** Where documents are kept whose values can be sealed. */
public interface SealedStore {
  /**
   * What was looked at.
   *
   * @param last id of it; empty if there was nothing left
   * @param documents how many there were
   * @param sealed those of them that were sealed by another key, or not at all, and are sealed now
   */
  record Step(String last, long documents, long sealed) {}

  /**
   * Seals documents anew, after that id in order, at most so many; what changes at the same time is
   * left to whoever changes it. Done again it changes nothing.
   */
  Step sealAgain(String afterId, int limit);
}
