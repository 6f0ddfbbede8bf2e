package org.masterplan.profiles.export.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.export.domain.ProfileExport;

/**
 * Exports in MongoDB, one document each; whom they held beside them, some hundred names a document,
 * whose id is the export and the first of the names: so one is found by its place in the order.
 */
public final class MongoExports implements Exports {
  private static final String EXPORTS = "exports";
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final VersionedDocuments documents;
  private final MongoCollection<Document> held;

  public MongoExports(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, EXPORTS);
    this.held =
        database
            .getCollection("exportedProfiles")
            .withWriteConcern(WriteConcern.W1.withJournal(true));
  }

  /** The collection's indexes: the feed's, and the order of lists. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    indexes.add(
        new IndexModel(
            Indexes.ascending("body.create_time", "_id"), new IndexOptions().name("create_time")));
    return new CollectionIndexes(EXPORTS, indexes);
  }

  @Override
  public void add(ProfileExport export, AuditEntry entry) {
    documents.add(export.name().id(), ExportDocument.write(export), entry);
  }

  @Override
  public void replace(ProfileExport next, AuditEntry entry) {
    documents.replace(next.name().id(), next.revision() - 1, ExportDocument.write(next), entry);
  }

  @Override
  public Optional<ProfileExport> find(String id) {
    return documents.find(id).map(ExportDocument::read);
  }

  @Override
  public void hold(String id, List<String> profiles) {
    if (!profiles.isEmpty()) {
      held.insertOne(
          new Document("_id", key(id, profiles.getFirst())).append("profiles", profiles));
    }
  }

  @Override
  public Slice<ProfileExport> list(Query query) {
    return documents.page(query, FIELDS).map(ExportDocument::read);
  }

  @Override
  public boolean holds(String id, Collection<String> profiles) {
    return profiles.stream().anyMatch(profile -> holds(id, profile));
  }

  private boolean holds(String id, String profile) {
    var part =
        held.find(and(gte("_id", key(id, "")), lte("_id", key(id, profile))))
            .sort(Sorts.descending("_id"))
            .limit(1)
            .first();
    return part != null && part.getList("profiles", String.class).contains(profile);
  }

  private static String key(String id, String profile) {
    return id + "|" + profile;
  }
}
