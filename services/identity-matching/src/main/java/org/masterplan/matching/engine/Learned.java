package org.masterplan.matching.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.matching.model.Model;
import org.masterplan.matching.model.SavedFrequencies;
import org.masterplan.matching.table.Feature;
import org.masterplan.matching.table.Table;

/** What a run learned, apart from its records: enough to weigh others in the same way. */
public record Learned(Model model, SavedFrequencies frequencies) {
  public static Learned from(Resolution run) {
    return new Learned(run.model(), SavedFrequencies.of(run.frequencies(), run.table()));
  }

  /** The same, with the hashes of values named otherwise. */
  public Learned renamed(LongUnaryOperator naming) {
    return new Learned(model, frequencies.renamed(naming));
  }

  /** The same, in which the hashes of values are named so already. */
  public Learned named(LongUnaryOperator naming) {
    return new Learned(model, frequencies.named(naming));
  }

  /**
   * Refuses records that are described by other things than those it learned about.
   *
   * @throws InvalidFields naming both
   */
  public void requireFor(Table table) {
    var known = model.comparisons().stream().map(each -> each.feature()).toList();
    var given = table.columns().stream().map(each -> each.feature()).toList();
    if (!known.equals(given)) {
      throw InvalidFields.of(
          "model", "MODEL_FIELDS", Map.of("value", listed(known), "expected", listed(given)));
    }
  }

  private static String listed(List<Feature> features) {
    return features.stream()
        .map(each -> each.name() + " (" + each.kind().name().toLowerCase(Locale.ROOT) + ")")
        .collect(Collectors.joining(", "));
  }
}
