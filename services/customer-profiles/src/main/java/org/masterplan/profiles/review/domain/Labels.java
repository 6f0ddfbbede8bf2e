package org.masterplan.profiles.review.domain;

/**
 * What stewards said of the pairs drawn of a stratum.
 *
 * @param pairs how many the stratum has
 * @param drawn how many of them were drawn
 */
public record Labels(Stratum stratum, long pairs, int drawn, int same, int different, int cannot) {
  /** Those that nobody has judged, or of which nobody can tell. */
  public int unjudged() {
    return drawn - same - different;
  }
}
