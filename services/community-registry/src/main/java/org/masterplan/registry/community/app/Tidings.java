package org.masterplan.registry.community.app;

import java.time.Instant;

/** What people are told of what became of the communities they submitted. */
public interface Tidings {

  /** Tells it; told twice is told once. */
  void tell(Tiding tiding);

  /**
   * One thing to tell.
   *
   * @param recipient subject of the person
   * @param reason key of the sentence
   * @param community its name
   * @param title what the sentence calls it
   * @param revision at which it happened
   */
  record Tiding(
      String recipient, String reason, String community, String title, long revision, Instant at) {}
}
