package org.masterplan.embeddedmongo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reading in the order asked for until enough has matched, on trial at first: an index leads also
 * to what does not match, and what does may be anywhere in the order.
 */
final class Walk {
  // Who has found as much as a reply holds goes on.
  private static final long ENOUGH = 16 << 20;

  private final PlannedDocuments documents;
  private final Predicate<StoredDocument> matching;
  private final List<StoredDocument> found = new ArrayList<>();

  Walk(PlannedDocuments documents, Predicate<StoredDocument> matching) {
    this.documents = documents;
    this.matching = matching;
  }

  /** Whether about the first {@code most} documents hold {@code wanted} that match, or all. */
  boolean finds(long wanted, long most) {
    long held = 0;
    while (found.size() < wanted && held < ENOUGH && documents.hasNext()) {
      if (documents.documentsExamined() > most) {
        return false;
      }
      StoredDocument next = documents.next();
      if (matching.test(next)) {
        found.add(next);
        held += next.bson().length;
      }
    }
    return true;
  }

  /** What was found, then what else matches. */
  Stream<StoredDocument> stream() {
    return Stream.concat(found.stream(), documents.stream().filter(matching));
  }
}
