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

  /** What several records say alike. */
  private record Said(String value, SourceRecord best, int support, int trust, int words) {
    Instant time() {
      return best.origin().asOf();
    }
  }

  /** Prepares choosing; {@code trust} tells how far a source's id is trusted. */
  public Survivorship(ToIntFunction<String> trust) {
    this.trust = trust;
  }

  /** The values of the records' person, by dictionary field. */
  public Map<String, Value> choose(Collection<SourceRecord> records) {
    var fields = new TreeSet<String>();
    records.forEach(record -> fields.addAll(record.values().keySet()));
    var values = new LinkedHashMap<String, Value>();
    for (var field : fields) {
      values.put(field, choose(said(field, records)));
    }
    return values;
  }

  private static Value choose(List<Said> said) {
    var best = said.getFirst();
    var others = said.stream().skip(1).limit(OTHERS).map(Said::value).toList();
    var rule = said.size() == 1 ? Value.Rule.ONLY : rule(best, said.get(1));
    return new Value(best.value(), best.best().name(), best.time(), rule, best.support(), others);
  }

  private static Value.Rule rule(Said best, Said next) {
    if (best.trust() != next.trust()) {
      return Value.Rule.TRUSTED;
    }
    if (best.words() != next.words()) {
      return Value.Rule.FULLEST;
    }
    if (best.support() != next.support()) {
      return Value.Rule.SUPPORTED;
    }
    return best.time().equals(next.time()) ? Value.Rule.FIRST : Value.Rule.NEWEST;
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
    said.sort(
        Comparator.comparingInt(Said::trust)
            .thenComparingInt(Said::words)
            .thenComparingInt(Said::support)
            .thenComparing(Said::time)
            .reversed()
            .thenComparing(Said::value));
    return said;
  }

  /** Spellings that differ in case and marks say the same; the one with most marks is shown. */
  private Said merge(String field, List<SourceRecord> alike) {
    var best =
        alike.stream()
            .max(
                Comparator.<SourceRecord>comparingInt(r -> marks(r.values().get(field)))
                    .thenComparing(r -> r.origin().asOf())
                    .thenComparing(r -> r.name().key()))
            .orElseThrow();
    int trusted = alike.stream().mapToInt(r -> trust.applyAsInt(r.name().source())).max().orElse(0);
    var value = best.values().getOrDefault(field, "");
    int words = field.equals(Dictionary.FULL_NAME) ? value.split(" ").length : 0;
    return new Said(value, best, alike.size(), trusted, words);
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
