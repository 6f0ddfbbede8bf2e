package org.masterplan.profiles.profile.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.source.domain.SourceRecord;

/** Chooses a profile's values from its records, each time it is read: nothing is overwritten. */
public final class Survivorship {
  private static final int OTHERS = 10;

  private final ToIntFunction<String> trust;
  private final GoldenRules rules;

  /**
   * What several records say alike.
   *
   * @param best the one whose spelling is shown
   * @param time when any of them last said so: the best spelled one may be the oldest
   */
  private record Said(String value, SourceRecord best, Instant time, int support, Rank rank) {}

  /**
   * What rules ask of what is said, besides when and by how many.
   *
   * @param rightAt when it was last set right; long ago if never
   */
  private record Rank(Instant rightAt, int trust, int words) {}

  /** By the usual rules. */
  public Survivorship(ToIntFunction<String> trust) {
    this(trust, GoldenRules.USUAL);
  }

  /** Prepares choosing; {@code trust} tells how far a source's id is trusted. */
  public Survivorship(ToIntFunction<String> trust, GoldenRules rules) {
    this.trust = trust;
    this.rules = rules;
  }

  /** The values of the records' person, by dictionary field. */
  public Map<String, Value> choose(Collection<SourceRecord> records) {
    var fields = new TreeSet<String>();
    records.forEach(record -> fields.addAll(record.values().keySet()));
    var values = new LinkedHashMap<String, Value>();
    for (var field : fields) {
      values.put(field, choose(said(field, records), rules.order(field)));
    }
    return values;
  }

  private static Value choose(List<Said> said, List<Value.Rule> order) {
    var best = said.getFirst();
    var others = said.stream().skip(1).limit(OTHERS).map(Said::value).toList();
    var rule = said.size() == 1 ? Value.Rule.ONLY : rule(best, said.get(1), order);
    return new Value(best.value(), best.best().name(), best.time(), rule, best.support(), others);
  }

  private static Value.Rule rule(Said best, Said next, List<Value.Rule> order) {
    return order.stream()
        .filter(rule -> by(rule).compare(best, next) != 0)
        .findFirst()
        .orElse(Value.Rule.FIRST);
  }

  /** The better one is greater. */
  private static Comparator<Said> by(Value.Rule rule) {
    return switch (rule) {
      case CORRECTED -> Comparator.comparing(said -> said.rank().rightAt());
      case TRUSTED -> Comparator.comparingInt(said -> said.rank().trust());
      case FULLEST -> Comparator.comparingInt(said -> said.rank().words());
      case SUPPORTED -> Comparator.comparingInt(Said::support);
      case NEWEST -> Comparator.comparing(Said::time);
      case ONLY, FIRST -> Comparator.comparing(Said::value).reversed();
    };
  }

  private List<Said> said(String field, Collection<SourceRecord> records) {
    var alike = new LinkedHashMap<String, List<SourceRecord>>();
    for (var record : records) {
      var value = record.values().get(field);
      if (value != null) {
        alike.computeIfAbsent(Texts.fold(value), _ -> new ArrayList<>()).add(record);
      }
    }
    var said = new ArrayList<Said>();
    alike.values().forEach(group -> said.add(merge(field, group)));
    var best =
        rules.order(field).stream()
            .map(Survivorship::by)
            .reduce(Comparator::thenComparing)
            .orElseGet(() -> by(Value.Rule.FIRST));
    said.sort(best.reversed().thenComparing(Said::value));
    return said;
  }

  /**
   * Spellings that differ in case and marks say the same; the one that was set right last is shown,
   * else the one with most marks.
   */
  private Said merge(String field, List<SourceRecord> alike) {
    var best =
        alike.stream()
            .max(
                Comparator.<SourceRecord, Instant>comparing(r -> rightAt(r, field))
                    .thenComparingInt(r -> marks(r.values().get(field)))
                    .thenComparing(r -> r.saidAt(field))
                    .thenComparing(r -> r.name().key()))
            .orElseThrow();
    var time = alike.stream().map(r -> r.saidAt(field)).max(Instant::compareTo).orElseThrow();
    int trusted = alike.stream().mapToInt(r -> trust.applyAsInt(r.name().source())).max().orElse(0);
    var value = best.values().getOrDefault(field, "");
    var rank = new Rank(rightAt(best, field), trusted, completeness(field, value));
    return new Said(value, best, time, alike.size(), rank);
  }

  private static Instant rightAt(SourceRecord record, String field) {
    return record.content().rightAt().getOrDefault(field, Instant.MIN);
  }

  /** A name's words; the letters of other values only where that is the rule. */
  private int completeness(String field, String value) {
    if (field.equals(Dictionary.FULL_NAME)) {
      return value.split(" ").length;
    }
    return rules.fullestFirst(field) ? Texts.length(value) : 0;
  }

  private static int marks(@org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      return 0;
    }
    // All capitals read worse than a name as people write it.
    int shouted = value.equals(value.toUpperCase(java.util.Locale.ROOT)) ? -1 : 0;
    return shouted + (int) value.chars().filter(c -> c > 127).count();
  }
}
