package org.masterplan.profiles.identity.engine;

/**
 * When the engine learns by itself; after that it learns when a person asks for it.
 *
 * @param first from so many records on: before, the engine's assumptions (which weigh as much as a
 *     thousand pairs) would say more than the records, and shared keys say the same more plainly
 * @param growth again once there are so many times as many as it last learned of
 * @param most of more records never by itself: whoever waits for the load would notice, and so many
 *     profiles are not changed before a person has seen how
 */
public record Learning(int first, int growth, int most) {
  /** What the service does. */
  public static final Learning USUAL = new Learning(500, 4, 10_000);

  /** Whether to learn now. */
  boolean due(int records, int learnedOf) {
    return records >= first && records <= most && records >= (long) growth * learnedOf;
  }
}
