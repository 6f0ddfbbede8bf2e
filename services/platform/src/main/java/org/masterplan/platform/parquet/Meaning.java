package org.masterplan.platform.parquet;

/**
 * What a column's values mean, said in the format's newer way or in its older one.
 *
 * @param scale of a decimal, digits behind the point
 * @param perSecond of a time, its units in a second
 * @param utc of a timestamp, whether it is a point in time, or what a clock somewhere showed
 */
record Meaning(Kind kind, int scale, long perSecond, boolean utc) {
  /** Kinds of meaning that change how a value is written. */
  enum Kind {
    NONE,
    TEXT,
    DECIMAL,
    DATE,
    TIME,
    TIMESTAMP,
    UNSIGNED,
    UUID,
    FLOAT16,
    OPAQUE
  }

  private static final long MILLIS = 1000;
  private static final long MICROS = 1_000_000;
  private static final long NANOS = 1_000_000_000;

  /** More digits than any real amount has; to write them out would take minutes. */
  private static final int MAX_SCALE = 400;

  static final Shape LOGICAL =
      Shape.of(1, 2, 3, 4, 6, 11, 12, 13, 14, 15, 16, 17, 18)
          .with(5, Shape.of(1, 2))
          .with(7, Shape.of(1).with(2, Shape.of(1, 2, 3)))
          .with(8, Shape.of(1).with(2, Shape.of(1, 2, 3)))
          .with(10, Shape.of(1, 2));

  static Meaning of(Struct element) {
    return element.has(10)
        ? logical(element.struct(10))
        : element.has(6) ? converted(element) : plain(Kind.NONE);
  }

  private static Meaning logical(Struct type) {
    if (type.has(1) || type.has(4) || type.has(12)) {
      return plain(Kind.TEXT);
    }
    if (type.has(5)) {
      return decimal(type.struct(5).number(1, 0));
    }
    if (type.has(6)) {
      return plain(Kind.DATE);
    }
    if (type.has(7)) {
      return new Meaning(Kind.TIME, 0, unit(type.struct(7)), false);
    }
    if (type.has(8)) {
      var stamp = type.struct(8);
      return new Meaning(Kind.TIMESTAMP, 0, unit(stamp), stamp.flag(1, true));
    }
    if (type.has(10)) {
      return plain(type.struct(10).flag(2, true) ? Kind.NONE : Kind.UNSIGNED);
    }
    if (type.has(14)) {
      return plain(Kind.UUID);
    }
    if (type.has(15)) {
      return plain(Kind.FLOAT16);
    }
    boolean opaque = type.has(13) || type.has(16) || type.has(17) || type.has(18);
    return plain(opaque ? Kind.OPAQUE : Kind.NONE);
  }

  private static long unit(Struct time) {
    var unit = time.struct(2);
    return unit.has(1) ? MILLIS : unit.has(2) ? MICROS : NANOS;
  }

  private static Meaning converted(Struct element) {
    return switch ((int) element.number(6)) {
      case 0, 4, 19 -> plain(Kind.TEXT);
      case 5 -> decimal(element.number(7, 0));
      case 6 -> plain(Kind.DATE);
      case 7 -> new Meaning(Kind.TIME, 0, MILLIS, false);
      case 8 -> new Meaning(Kind.TIME, 0, MICROS, false);
      case 9 -> new Meaning(Kind.TIMESTAMP, 0, MILLIS, true);
      case 10 -> new Meaning(Kind.TIMESTAMP, 0, MICROS, true);
      case 11, 12, 13, 14 -> plain(Kind.UNSIGNED);
      case 20, 21 -> plain(Kind.OPAQUE);
      default -> plain(Kind.NONE);
    };
  }

  private static Meaning decimal(long scale) {
    if (scale < 0 || scale > MAX_SCALE) {
      throw Faults.broken();
    }
    return new Meaning(Kind.DECIMAL, (int) scale, 0, false);
  }

  private static Meaning plain(Kind kind) {
    return new Meaning(kind, 0, 0, false);
  }
}
