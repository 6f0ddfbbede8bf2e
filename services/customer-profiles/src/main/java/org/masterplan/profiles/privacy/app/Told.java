package org.masterplan.profiles.privacy.app;

/**
 * How far each service was told of the journal. Every implementation passes {@code ToldContract}.
 */
public interface Told {
  /** The number of the last decision that the service was told; 0 if none. */
  long upTo(String service);

  /** Notes that the service was told everything up to that decision. Never goes back. */
  void upTo(String service, long decision);
}
