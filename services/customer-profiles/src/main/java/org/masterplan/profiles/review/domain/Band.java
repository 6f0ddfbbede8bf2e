package org.masterplan.profiles.review.domain;

/**
 * What stewards say of pairs in which a model believes about as much.
 *
 * @param low the least belief, itself included
 * @param high the most, itself excluded but for 1
 */
public record Band(double low, double high, int same, int different, int cannot) {
  /** One of which nothing was said yet. */
  public static Band empty(double low, double high) {
    return new Band(low, high, 0, 0, 0);
  }

  /** Whether a pair of that belief is in it. */
  public boolean holds(double belief) {
    return belief >= low && (belief < high || high == 1 && belief == 1);
  }

  /** With one more pair. */
  public Band and(Verdict verdict) {
    return switch (verdict) {
      case SAME -> new Band(low, high, same + 1, different, cannot);
      case DIFFERENT -> new Band(low, high, same, different + 1, cannot);
      case CANNOT_TELL -> new Band(low, high, same, different, cannot + 1);
    };
  }
}
