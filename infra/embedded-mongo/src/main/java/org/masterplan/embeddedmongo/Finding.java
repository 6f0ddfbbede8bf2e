package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.masterplan.embeddedmongo.index.Plan;
import org.masterplan.embeddedmongo.index.Planner;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.View;

/**
 * Answers one query from one view of the store, so that no write in between is seen half. Reading
 * takes no lock.
 */
final class Finding {
  private final CollectionStorage storage;
  private final View view;
  private final FindQuery query;
  private final Plan plan;
  private final PlannedDocuments documents;

  private Finding(CollectionStorage storage, View view, FindQuery query) {
    this.storage = storage;
    this.view = view;
    this.query = query;
    List<StoredIndex> visible =
        storage.indexes().stream().filter(each -> each.isCompleteAt(view.sequence())).toList();
    this.plan = plan(new Planner(visible));
    this.documents =
        new PlannedDocuments(view, storage, plan, FieldsLooked.of(query.filter(), query.sort()));
  }

  /**
   * Whether it is better to read what the filter leads to and sort it, or to read in the order
   * asked for until enough has matched, depends on how much the filter leads to: it is counted, up
   * to where both take as long if what matches is anywhere in the order.
   */
  private Plan plan(Planner planner) {
    Document sort = query.sort();
    Plan best = planner.plan(query.filter(), sort);
    if (best.sorted() || sort == null || query.limit() == 0) {
      return best;
    }
    double most = Math.sqrt((double) (query.skip() + query.limit()) * storage.count());
    return planner
        .inOrder(sort)
        .filter(ordered -> !best.bounded() || leadsToMore(best, (long) most))
        .orElse(best);
  }

  private boolean leadsToMore(Plan some, long most) {
    return new PlannedDocuments(view, storage, some, Set.of()).countEntries(most) >= most;
  }

  /**
   * Begins to answer {@code query}, all but its projection. The view is taken before the indexes
   * are looked at: an index dropped since is still whole in it, one built since is not used.
   */
  static Finding begin(CollectionStorage storage, FindQuery query) {
    View view = storage.store().view();
    try {
      return new Finding(storage, view, query);
    } catch (RuntimeException e) {
      view.close();
      throw e;
    }
  }

  Plan plan() {
    return plan;
  }

  PlannedDocuments examined() {
    return documents;
  }

  /** The caller closes it. */
  Stream<StoredDocument> stream() {
    Stream<StoredDocument> found =
        StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED), false);
    if (!query.filter().isEmpty()) {
      QueryMatcher matcher = new DefaultQueryMatcher();
      Document filter = SingleConditions.of(query.filter());
      found = found.filter(each -> matcher.matches(each.part(), filter));
    }
    return limited(sorted(found)).onClose(this::close);
  }

  private void close() {
    view.close();
    storage.examined().add(documents);
  }

  private Stream<StoredDocument> sorted(Stream<StoredDocument> found) {
    Document sort = query.sort();
    if (plan.sorted() || sort == null) {
      return found;
    }
    Comparator<StoredDocument> order =
        Comparator.comparing(StoredDocument::part, new DocumentComparator(sort));
    if (query.limit() > 0) {
      return FirstInOrder.of(found, order, query.skip() + query.limit());
    }
    Held held = new Held();
    return found.peek(each -> held.add(each.bson().length)).sorted(order);
  }

  private Stream<StoredDocument> limited(Stream<StoredDocument> found) {
    Stream<StoredDocument> rest = query.skip() > 0 ? found.skip(query.skip()) : found;
    return query.limit() > 0 ? rest.limit(query.limit()) : rest;
  }
}
