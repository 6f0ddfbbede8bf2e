package org.masterplan.profiles.review.domain;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was found about two records.
 *
 * @param urgency how much it is worth a look, 0-100
 * @param probability the belief that they are one person; empty where nothing was learned
 * @param sources of the two, each once
 * @param sampled whether they were drawn by chance as well
 */
public record Finding(
    Kind kind, int urgency, OptionalDouble probability, List<String> sources, boolean sampled) {
  public Finding {
    sources = List.copyOf(sources);
  }

  /** The same, drawn by chance as well. */
  public Finding drawn() {
    return new Finding(kind, urgency, probability, sources, true);
  }
}
