package org.masterplan.profiles.source.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final MongoCollection<Document> collection;
  private final VersionedDocuments documents;

  public MongoSources(MongoDatabase database) {
    this.collection = database.getCollection(SOURCES);
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
    for (var each : collection.find().projection(Projections.include("body.trust"))) {
      trust.put(each.getString("_id"), body(each).getInteger("trust", 0));
    }
    return trust;
  }

  @Override
  public Totals totals() {
    var byState = Aggregates.group("$body.state", Accumulators.sum("n", 1L));
    var counts = new EnumMap<SourceState, Long>(SourceState.class);
    for (var each : collection.aggregate(List.of(byState))) {
      long count = each.get("n", Number.class).longValue();
      counts.put(SourceState.valueOf(each.getString("_id")), count);
    }
    return new Totals(counts);
  }

  private static Document body(Document stored) {
    return stored.get("body", Document.class);
  }
}
