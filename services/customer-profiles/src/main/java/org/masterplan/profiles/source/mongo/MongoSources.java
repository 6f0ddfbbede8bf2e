package org.masterplan.profiles.source.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceState;

/** Sources in MongoDB, one document each. */
public final class MongoSources implements Sources {
  private static final String SOURCES = "sources";
  private static final int MAX_TRUSTED = 10_000;
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final VersionedDocuments documents;

  public MongoSources(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, SOURCES);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(SOURCES, VersionedDocuments.indexes());
  }

  @Override
  public Optional<Source> find(String id) {
    return documents.find(id).map(SourceDocument::read);
  }

  @Override
  public void add(Source source, AuditEntry entry) {
    try {
      documents.add(source.name().id(), SourceDocument.write(source), entry);
    } catch (AlreadyExists _) {
      throw AlreadyExists.named(source.name().toString());
    }
  }

  @Override
  public void replace(Source next, AuditEntry entry) {
    try {
      documents.replace(next.name().id(), next.revision() - 1, SourceDocument.write(next), entry);
    } catch (Stale _) {
      throw Stale.named(next.name().toString());
    }
  }

  @Override
  public Slice<Source> list(Query query) {
    return documents.page(query, FIELDS).map(SourceDocument::read);
  }

  @Override
  public Map<String, Integer> trust() {
    var trust = new HashMap<String, Integer>();
    documents
        .list(gt("body.trust", 0), Sorts.ascending("_id"), MAX_TRUSTED)
        .forEach(stored -> trust.put(stored.id(), stored.body().getInteger("trust", 0)));
    return trust;
  }

  @Override
  public Map<SourceState, Long> byState() {
    var counts = new EnumMap<SourceState, Long>(SourceState.class);
    for (var state : SourceState.values()) {
      long count = documents.count(eq("body.state", state.name()));
      if (count > 0) {
        counts.put(state, count);
      }
    }
    return counts;
  }

  @Override
  public Totals totals() {
    long retired = documents.count(eq("body.state", SourceState.RETIRED.name()));
    return new Totals(documents.count(new Document()), retired);
  }
}
