package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index that leaves the least to read: equal values of its first fields, then a range,
 * then the order asked for.
 */
public final class Planner {
  private final List<StoredIndex> indexes;

  /**
   * @param indexes what may be used, the primary index first
   */
  public Planner(List<StoredIndex> indexes) {
    this.indexes = indexes;
  }

  /** The plan for {@code filter} in the order {@code sort} (null = any). */
  public Plan plan(Document filter, @Nullable Document sort) {
    Conditions conditions = Conditions.of(filter);
    SortOrder order = SortOrder.of(sort);
    Plan best = best(conditions, order);
    if (best.bounded()) {
      return best;
    }
    return conditions.alternatives().stream()
        .map(this::branches)
        .filter(parts -> !parts.isEmpty() && parts.stream().allMatch(Plan::bounded))
        .findFirst()
        .map(parts -> Plan.union(parts, order.isAny()))
        .orElse(best);
  }

  private List<Plan> branches(List<Conditions> alternatives) {
    return alternatives.stream().map(each -> best(each, SortOrder.of(null))).toList();
  }

  private Plan best(Conditions conditions, SortOrder order) {
    Candidate best = new Candidate(indexes.getFirst(), conditions, order);
    if (best.isExact()) {
      return best.plan(); // nothing can be better than the document itself
    }
    for (StoredIndex index : indexes.subList(1, indexes.size())) {
      Candidate candidate = new Candidate(index, conditions, order);
      if (candidate.isUsable() && candidate.score() > best.score()) {
        best = candidate;
      }
    }
    return best.plan();
  }
}
