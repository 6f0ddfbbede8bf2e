package org.masterplan.governance.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.masterplan.governance.message.app.Messages;
import org.masterplan.governance.message.app.Versioned;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.governance.message.domain.State;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.platform.query.MongoFilters;

/** Messages in MongoDB, one document each, with their audit entries. */
public final class MongoMessages implements Messages {
  private static final String COLLECTION = "messages";
  private static final MongoFilters FIELDS = MongoFilters.usual();

  /** More messages than a plan holds in any stretch that is asked for. */
  private static final int ALL = 20_000;

  private final VersionedDocuments documents;

  public MongoMessages(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, COLLECTION);
  }

  /** The indexes that it needs. */
  public static CollectionIndexes indexes() {
    var all = new ArrayList<>(VersionedDocuments.indexes());
    all.add(index("planned", "body.planned_time", "_id"));
    all.add(index("state", "body.state", "_id"));
    all.add(index("unit_planned", "body.business_unit", "body.planned_time", "_id"));
    return new CollectionIndexes(COLLECTION, all);
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }

  @Override
  public Optional<Versioned> find(String name) {
    return documents.find(name).map(MongoMessages::read);
  }

  @Override
  public void add(Message message, AuditEntry entry) {
    documents.add(message.name(), content(message), entry);
  }

  @Override
  public void replace(Message next, long seen, AuditEntry entry) {
    documents.replace(next.name(), seen, content(next), entry);
  }

  @Override
  public Slice<Versioned> list(Query query) {
    return documents.page(query, FIELDS).map(MongoMessages::read);
  }

  @Override
  public List<Message> planned(Instant from, Instant until) {
    var stretch =
        and(gte("body.planned_time", Date.from(from)), lt("body.planned_time", Date.from(until)));
    var order = Sorts.ascending("body.planned_time", "_id");
    return documents.list(stretch, order, ALL).stream()
        .map(s -> read(s).message())
        .filter(m -> m.state() != State.CANCELLED)
        .toList();
  }

  @Override
  public long count(State state) {
    return documents.count(eq("body.state", state.name()));
  }

  @Override
  public Changes changes(String token, int limit) {
    var found = documents.changes(token, limit);
    return new Changes(
        found.items().stream().map(MongoMessages::read).toList(), found.token(), found.more());
  }

  /** Every message's name and revision, in no order. */
  public void eachRevision(ObjLongConsumer<String> reader) {
    documents.eachRevision(reader);
  }

  private static Content content(Message message) {
    return new Content(MessageDocument.write(message), MessageDocument.keys(message));
  }

  private static Versioned read(Stored stored) {
    return new Versioned(MessageDocument.read(stored.id(), stored.body()), stored.revision());
  }
}
