package org.masterplan.profiles.identity.app;

import org.masterplan.profiles.identity.domain.Constraints;

/**
 * Something newer to match by, made ready beside the matching that answers meanwhile. Whoever has
 * one ends it, by {@link #stand} or by {@link #abandon}.
 */
public interface Successor {
  /**
   * Does all that takes long: learns, takes everybody in and finds out who they are. May be called
   * while the matching matches.
   *
   * @param constraints what people have said so far
   */
  void prepare(Constraints constraints);

  /**
   * Takes in what has come since, and answers from now on. Called as the matching is, by one thread
   * at a time. False, and nothing is changed, if something else was learned first.
   */
  boolean stand();

  /** Forgets it; harmless after the end. */
  void abandon();
}
