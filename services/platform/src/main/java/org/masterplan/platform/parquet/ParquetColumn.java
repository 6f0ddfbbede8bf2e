package org.masterplan.platform.parquet;

/**
 * A column of a file that is written; any of its cells may be absent.
 *
 * @param kind what its cells are
 */
public record ParquetColumn(String name, Kind kind) {
  private static final int UTF8 = 0;
  private static final int TIMESTAMP_MICROS = 10;

  /** What the cells of a column are. */
  public enum Kind {
    /** A {@code String}. */
    TEXT(Physical.BYTE_ARRAY),
    /** A {@code Long}. */
    WHOLE(Physical.INT64),
    /** A {@code Double}. */
    FRACTION(Physical.DOUBLE),
    /** A {@code Boolean}. */
    TRUTH(Physical.BOOLEAN),
    /** An {@code Instant}, kept to the microsecond. */
    MOMENT(Physical.INT64);

    private final Physical physical;

    Kind(Physical physical) {
      this.physical = physical;
    }

    Physical physical() {
      return physical;
    }
  }

  public static ParquetColumn text(String name) {
    return new ParquetColumn(name, Kind.TEXT);
  }

  public static ParquetColumn whole(String name) {
    return new ParquetColumn(name, Kind.WHOLE);
  }

  public static ParquetColumn fraction(String name) {
    return new ParquetColumn(name, Kind.FRACTION);
  }

  public static ParquetColumn truth(String name) {
    return new ParquetColumn(name, Kind.TRUTH);
  }

  public static ParquetColumn moment(String name) {
    return new ParquetColumn(name, Kind.MOMENT);
  }

  /** The column as a file's schema tells it, in the format's newer way and in its older one. */
  void describe(ThriftText out) {
    out.element().integer(1, kind.physical().ordinal()).integer(3, 1).text(4, name);
    switch (kind) {
      case TEXT -> out.integer(6, UTF8).struct(10).struct(1).end().end();
      case MOMENT -> {
        out.integer(6, TIMESTAMP_MICROS).struct(10).struct(8).yes(1);
        out.struct(2).struct(2).end().end().end().end();
      }
      case WHOLE, FRACTION, TRUTH -> {}
    }
    out.end();
  }
}
