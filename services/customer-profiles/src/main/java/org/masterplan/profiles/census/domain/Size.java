package org.masterplan.profiles.census.domain;

/**
 * How many records a profile has. Who has one record only stands in other profiles more often than
 * who has many: so profiles are drawn by their size.
 */
public enum Size {
  ONE(1),
  TWO(2),
  FEW(4),
  MANY(Integer.MAX_VALUE);

  private final int most;

  Size(int most) {
    this.most = most;
  }

  /** The size of a profile of so many records. */
  public static Size of(int records) {
    for (var size : values()) {
      if (records <= size.most) {
        return size;
      }
    }
    return MANY;
  }

  /** No profile of this size has fewer records. */
  public int least() {
    return this == ONE ? 1 : values()[ordinal() - 1].most + 1;
  }

  /** No profile of this size has more records. */
  public int most() {
    return most;
  }
}
