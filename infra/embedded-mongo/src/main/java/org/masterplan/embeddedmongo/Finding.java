package org.masterplan.embeddedmongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.masterplan.embeddedmongo.index.Plan;
import org.masterplan.embeddedmongo.index.Planner;
import org.masterplan.embeddedmongo.index.StoredIndex;
import org.masterplan.embeddedmongo.kv.View;

/**
 * Answers one query from one view of the store, so that no write in between is seen half. Reading
 * takes no lock.
 */
final class Finding {
  /** A walk in order may take so many times as long as it would if all that is led to matched. */
  private static final int PATIENCE = 4;

  /** So many are not held and sorted if there is an index in their order. */
  private static final int MANY = 10_000;

  private final CollectionStorage storage;
  private final View view;
  private final FindQuery query;
  private final @Nullable Set<String> looked;
  private final Predicate<StoredDocument> matching;
  private final List<PlannedDocuments> read = new ArrayList<>();
  private final Answer answer;

  /** What matches, in the order asked for, and by which plan it is found. */
  private record Answer(Plan plan, Stream<StoredDocument> documents) {}

  private Finding(CollectionStorage storage, View view, FindQuery query) {
    this.storage = storage;
    this.view = view;
    this.query = query;
    this.looked = FieldsLooked.of(query.filter(), query.sort());
    this.matching = matcher(query.filter());
    List<StoredIndex> visible =
        storage.indexes().stream().filter(each -> each.isCompleteAt(view.sequence())).toList();
    this.answer = answer(new Planner(visible));
  }

  private static Predicate<StoredDocument> matcher(Document filter) {
    if (filter.isEmpty()) {
      return each -> true;
    }
    QueryMatcher matcher = new DefaultQueryMatcher();
    Document meant = SingleConditions.of(filter);
    return each -> matcher.matches(each.part(), meant);
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
    return answer.plan();
  }

  /** How many entries were read until now, those that were counted only among them. */
  long entriesExamined() {
    return read.stream().mapToLong(PlannedDocuments::entriesExamined).sum();
  }

  /** How many documents were read until now. */
  long documentsExamined() {
    return read.stream().mapToLong(PlannedDocuments::documentsExamined).sum();
  }

  /** The caller closes it. */
  Stream<StoredDocument> stream() {
    Stream<StoredDocument> found = answer.documents();
    Stream<StoredDocument> rest = query.skip() > 0 ? found.skip(query.skip()) : found;
    return (query.limit() > 0 ? rest.limit(query.limit()) : rest).onClose(this::close);
  }

  private void close() {
    view.close();
    storage.examined().add(this);
  }

  private Answer answer(Planner planner) {
    Document sort = query.sort();
    Plan best = planner.plan(query.filter(), sort);
    if (best.sorted() || sort == null) {
      return new Answer(best, matching(open(best)));
    }
    Comparator<StoredDocument> order =
        Comparator.comparing(StoredDocument::part, new DocumentComparator(sort));
    Optional<Plan> ordered = planner.inOrder(query.filter(), sort);
    return ordered.isPresent()
        ? walkedOrSorted(ordered.get(), best, order)
        : new Answer(best, sorted(open(best), order));
  }

  /** What is more than a sort may hold is read in order, too. */
  private Answer walkedOrSorted(Plan ordered, Plan best, Comparator<StoredDocument> order) {
    Optional<Answer> walked = query.limit() == 0 ? streamed(ordered, best) : walked(ordered, best);
    if (walked.isPresent()) {
      return walked.get();
    }
    PlannedDocuments ledTo = open(best);
    try {
      return new Answer(best, sorted(ledTo, order).toList().stream());
    } catch (HeldTooMuch e) {
      ledTo.close();
      return new Answer(ordered, matching(open(ordered)));
    }
  }

  /** All that match, of many: documents that were looked into take some times their bytes. */
  private Optional<Answer> streamed(Plan ordered, Plan best) {
    return leadsToMore(best, MANY)
        ? Optional.of(new Answer(ordered, matching(open(ordered))))
        : Optional.empty();
  }

  /**
   * Whether it is better to read what the filter leads to and sort it, or to read in the order
   * asked for until enough has matched, depends on how much the filter leads to: it is counted, up
   * to where both take as long if all of it matches, anywhere in the order. Whether it does shows
   * on the way: a walk that takes too long is given up.
   */
  private Optional<Answer> walked(Plan ordered, Plan best) {
    long wanted = (long) query.skip() + query.limit();
    long most = (long) Math.sqrt((double) wanted * storage.count());
    if (!leadsToMore(best, most)) {
      return Optional.empty();
    }
    PlannedDocuments inOrder = open(ordered);
    Walk walk = new Walk(inOrder, matching);
    if (walk.finds(wanted, PATIENCE * most)) {
      return Optional.of(new Answer(ordered, walk.stream()));
    }
    inOrder.close();
    return Optional.empty();
  }

  private boolean leadsToMore(Plan some, long most) {
    PlannedDocuments counted = open(some);
    long entries = counted.countEntries(most);
    counted.close();
    return entries >= most;
  }

  private PlannedDocuments open(Plan some) {
    PlannedDocuments documents = new PlannedDocuments(view, storage, some, looked);
    read.add(documents);
    return documents;
  }

  private Stream<StoredDocument> matching(PlannedDocuments documents) {
    return documents.stream().filter(matching);
  }

  private Stream<StoredDocument> sorted(
      PlannedDocuments documents, Comparator<StoredDocument> order) {
    Stream<StoredDocument> found = matching(documents);
    if (query.limit() > 0) {
      return FirstInOrder.of(found, order, query.skip() + query.limit());
    }
    Held held = new Held();
    return found.peek(each -> held.add(each.bson().length)).sorted(order);
  }
}
