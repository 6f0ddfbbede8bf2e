package org.masterplan.embeddedmongo.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans that read scans of several indexes side by side. A leg is what one demand allows: each of
 * its values is a scan of an index that begins with the demanded field. All of these indexes go on
 * with the same fields, so all scans are in one order, and what is in every leg is found without
 * reading a document.
 */
final class Crossing {
  private static final int MOST_SCANS = 256;

  private final List<StoredIndex> indexes;
  private final List<IndexField> rest;
  private final Conditions conditions;
  private final Bound.Range within;
  private final List<List<Scan>> legs = new ArrayList<>();
  private final SortOrder.Match order;
  private final boolean anyOrder;

  private Crossing(List<StoredIndex> indexes, Conditions conditions, SortOrder order) {
    this.indexes = indexes;
    this.rest = rest(indexes.getFirst().columns());
    this.conditions = conditions;
    String next = rest.getFirst().path();
    // Of arrays the first column alone is one: two limits hold for the same value of the next.
    this.within =
        new Bounds(conditions, false, true)
            .of(next)
            .map(Bound::hull)
            .orElse(Bound.Range.EVERYTHING);
    this.order = order.matchedBy(rest, Set.of(), false);
    this.anyOrder = order.isAny();
    indexes.forEach(index -> points(index, conditions).forEach(each -> add(index, each)));
    conditions.alternatives().forEach(this::addAny);
  }

  /** The best such plan, if there is one that is worth more than {@code score}. */
  static Optional<Plan> over(
      int score, List<StoredIndex> indexes, Conditions conditions, SortOrder order) {
    int most = score;
    Crossing best = null;
    for (List<StoredIndex> alike : goingOnAlike(indexes, conditions)) {
      Crossing each = new Crossing(alike, conditions, order);
      if (!each.legs.isEmpty() && each.score() > most) {
        most = each.score();
        best = each;
      }
    }
    return Optional.ofNullable(best).map(Crossing::plan);
  }

  /** Indexes that may take part, those together that go on with the same fields. */
  private static List<List<StoredIndex>> goingOnAlike(
      List<StoredIndex> indexes, Conditions conditions) {
    List<StoredIndex> usable =
        indexes.stream().filter(index -> isUsable(index, conditions)).toList();
    Set<List<IndexField>> rests = new LinkedHashSet<>();
    usable.forEach(index -> rests.add(rest(index.definition().fields())));
    return rests.stream()
        .map(
            rest ->
                usable.stream()
                    .filter(index -> rest(index.definition().fields()).equals(rest))
                    .toList())
        .toList();
  }

  /** Its entries end with the document's key, and each document has one for each first value. */
  private static boolean isUsable(StoredIndex index, Conditions conditions) {
    var filter = index.definition().options().partialFilter();
    return !index.isPrimary()
        && !index.definition().unique()
        && index.arrays().atMostTheFirst()
        && !index.columns().getFirst().path().equals("_id")
        && (filter == null || conditions.include(filter));
  }

  private static List<IndexField> rest(List<IndexField> columns) {
    return columns.subList(1, columns.size());
  }

  private static List<Bound.Points> points(StoredIndex index, Conditions conditions) {
    boolean nullable = !index.isMultikey() && !index.definition().sparse();
    return new Bounds(conditions, index.isMultikey(), nullable)
        .eachPoints(index.columns().getFirst().path());
  }

  private void add(StoredIndex index, Bound.Points points) {
    addLeg(scans(index, points));
  }

  private void addLeg(List<Scan> leg) {
    if (!leg.isEmpty() && leg.size() <= MOST_SCANS) {
      legs.add(leg);
    }
  }

  /** One of the branches is met: a scan of each, if each has one. */
  private void addAny(List<Conditions> branches) {
    List<Scan> leg = new ArrayList<>();
    for (Conditions branch : branches) {
      List<Scan> scans = scans(branch);
      if (scans == null) {
        return;
      }
      leg.addAll(scans);
    }
    addLeg(leg);
  }

  private @Nullable List<Scan> scans(Conditions branch) {
    for (StoredIndex index : indexes) {
      List<Bound.Points> points = points(index, branch);
      if (!points.isEmpty()) {
        return scans(index, points.getFirst());
      }
    }
    return null;
  }

  private List<Scan> scans(StoredIndex index, Bound.Points points) {
    IndexField first = index.columns().getFirst();
    IndexField next = rest.getFirst();
    return points.keys().stream()
        .map(first::directed)
        .map(start -> new Scan(index, within.after(start, next), start.length))
        .toList();
  }

  private boolean isInOrder() {
    return anyOrder || order != SortOrder.Match.NONE;
  }

  private int score() {
    return legs.size() * Candidate.POINT + (!anyOrder && isInOrder() ? Candidate.SORTED : 0);
  }

  private Plan plan() {
    boolean reverse = !anyOrder && order == SortOrder.Match.REVERSE;
    return Plan.crossing(List.copyOf(legs), reverse, isInOrder());
  }
}
