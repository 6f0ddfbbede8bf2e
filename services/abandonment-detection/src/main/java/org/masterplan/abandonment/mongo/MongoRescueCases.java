package org.masterplan.abandonment.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Optional;
import org.masterplan.abandonment.app.RescueCases;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;

/** Rescue cases in MongoDB, one document each. */
public final class MongoRescueCases implements RescueCases {
  private static final String COLLECTION = "rescue_cases";

  private final VersionedDocuments documents;

  public MongoRescueCases(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var all = new ArrayList<>(VersionedDocuments.indexes());
    all.add(index("create_time", "body.create_time", "_id"));
    all.add(index("community", "body.community", "body.create_time", "_id"));
    return new CollectionIndexes(COLLECTION, all);
  }

  @Override
  public Optional<RescueCase> find(String id) {
    return documents.find(id).map(RescueCaseDocument::read);
  }

  @Override
  public void add(RescueCase opened, AuditEntry entry) {
    documents.add(opened.id(), RescueCaseDocument.write(opened), entry);
  }

  @Override
  public void replace(RescueCase next, AuditEntry entry) {
    documents.replace(next.id(), next.revision() - 1, RescueCaseDocument.write(next), entry);
  }

  @Override
  public Slice<RescueCase> list(Query query) {
    return documents.page(query, MongoFilters.usual()).map(RescueCaseDocument::read);
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }
}
