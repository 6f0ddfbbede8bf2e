package org.masterplan.matching.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.masterplan.matching.record.Field;
import org.masterplan.matching.record.SourceMapping;
import org.masterplan.matching.standard.Standardisers;

/** How each source writes the values of its fields, where it says so. */
public final class Formats {
  /** No source says how. */
  public static final Formats NONE = new Formats(List.of());

  private final Map<String, Map<String, String>> bySource = new HashMap<>();
  private final int thisYear;

  /** As the sources say, read as of {@link Standardisers#THIS_YEAR}. */
  public Formats(List<SourceMapping> sources) {
    this(sources, Standardisers.THIS_YEAR);
  }

  /**
   * As the sources say.
   *
   * @param thisYear as of which two digits of a year are read
   */
  public Formats(List<SourceMapping> sources, int thisYear) {
    this.thisYear = thisYear;
    for (var source : sources) {
      source
          .columns()
          .forEach(
              (field, column) -> {
                if (!column.format().isEmpty()) {
                  bySource
                      .computeIfAbsent(source.source(), s -> new HashMap<>())
                      .put(field.name(), column.format());
                }
              });
    }
  }

  int thisYear() {
    return thisYear;
  }

  /** The format, empty where nothing is said. */
  String of(String source, Field field) {
    var fields = bySource.get(source);
    return fields == null ? "" : fields.getOrDefault(field.name(), "");
  }
}
