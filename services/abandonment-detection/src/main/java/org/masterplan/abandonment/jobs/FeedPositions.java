package org.masterplan.abandonment.jobs;

/** How far the register's changes were read. */
public interface FeedPositions {
  /** Empty before the first step. */
  String token();

  /** Keeps how far the last step came, once all of it is taken in. */
  void reached(String token);
}
