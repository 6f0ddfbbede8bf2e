package org.masterplan.embeddedmongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index that leaves the least to read: equal values of its first fields, then a range,
 * then the order asked for. Several that go on alike are read side by side.
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
    Candidate single = best(conditions, order);
    if (single.isExact()) {
      return single.plan();
    }
    return Crossing.over(single.score(), secondary(), conditions, order)
        .orElseGet(() -> bounded(single.plan(), conditions, order));
  }

  /** The plan for {@code filter} that reads in the order {@code sort}; empty if no index has it. */
  public Optional<Plan> inOrder(Document filter, Document sort) {
    Conditions conditions = Conditions.of(filter);
    SortOrder order = SortOrder.of(sort);
    return indexes.stream()
        .map(index -> new Candidate(index, conditions, order))
        .filter(each -> each.isUsable() && each.isInOrder())
        .max(Comparator.comparingInt(Candidate::score))
        .map(Candidate::plan);
  }

  private Plan bounded(Plan best, Conditions conditions, SortOrder order) {
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
    return alternatives.stream().map(each -> best(each, SortOrder.of(null)).plan()).toList();
  }

  private Candidate best(Conditions conditions, SortOrder order) {
    Candidate best = new Candidate(indexes.getFirst(), conditions, order);
    if (best.isExact()) {
      return best; // nothing can be better than the document itself
    }
    for (StoredIndex index : secondary()) {
      Candidate candidate = new Candidate(index, conditions, order);
      if (candidate.isUsable() && candidate.score() > best.score()) {
        best = candidate;
      }
    }
    return best;
  }

  private List<StoredIndex> secondary() {
    return indexes.subList(1, indexes.size());
  }
}
