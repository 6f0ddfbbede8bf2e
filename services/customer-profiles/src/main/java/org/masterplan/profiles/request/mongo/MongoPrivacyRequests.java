package org.masterplan.profiles.request.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.request.app.PrivacyRequests;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** Requests of persons in MongoDB, one document each. */
public final class MongoPrivacyRequests implements PrivacyRequests {
  private static final String REQUESTS = "privacyRequests";
  private static final String NEXT = "body.next_time";
  private static final int MOST_OF_ONE_PERSON = 1000;

  private final VersionedDocuments documents;

  public MongoPrivacyRequests(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, REQUESTS);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var all = new ArrayList<>(VersionedDocuments.indexes());
    all.add(index("open_due", "body.open", "body.due_time", "_id"));
    all.add(index("open_next_id", "body.open", NEXT, "_id"));
    all.add(index("profile", "body.profile"));
    return new CollectionIndexes(REQUESTS, all);
  }

  @Override
  public Optional<PrivacyRequest> find(String id) {
    return documents.find(id).map(RequestDocument::read);
  }

  @Override
  public void add(PrivacyRequest request, AuditEntry entry) {
    try {
      documents.add(request.name().id(), RequestDocument.write(request), entry);
    } catch (AlreadyExists _) {
      throw AlreadyExists.named(request.name().toString());
    }
  }

  @Override
  public void replace(PrivacyRequest next, AuditEntry entry) {
    try {
      documents.replace(next.name().id(), next.revision() - 1, RequestDocument.write(next), entry);
    } catch (Stale _) {
      throw Stale.named(next.name().toString());
    }
  }

  @Override
  public Slice<PrivacyRequest> list(Query query) {
    return documents.page(query, MongoFilters.usual()).map(RequestDocument::read);
  }

  @Override
  public List<PrivacyRequest> dueBefore(Instant time, Optional<PrivacyRequest> after, int limit) {
    var due = and(eq("body.open", true), lt(NEXT, Date.from(time)));
    var part = after.map(last -> and(due, beyond(last))).orElse(due);
    return documents.list(part, Sorts.ascending(NEXT, "_id"), limit).stream()
        .map(RequestDocument::read)
        .toList();
  }

  private static Bson beyond(PrivacyRequest last) {
    var due = Date.from(last.nextDue());
    return or(gt(NEXT, due), and(eq(NEXT, due), gt("_id", last.name().id())));
  }

  @Override
  public List<PrivacyRequest> about(Collection<String> profiles) {
    return documents
        .list(
            in("body.profile", profiles),
            Sorts.ascending("body.receive_time", "_id"),
            MOST_OF_ONE_PERSON)
        .stream()
        .map(RequestDocument::read)
        .toList();
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }
}
