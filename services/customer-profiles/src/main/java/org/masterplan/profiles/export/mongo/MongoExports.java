package org.masterplan.profiles.export.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.export.app.Exports;
import org.masterplan.profiles.export.domain.ProfileExport;

/**
 * Exports in MongoDB, one document each; whom they held beside them, some hundred names a document,
 * whose id begins with the export's.
 */
public final class MongoExports implements Exports {
  private static final String EXPORTS = "exports";
  private static final String HELD = "exportedProfiles";
  private static final String RECALLS = "exportRecalls";
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final VersionedDocuments documents;
  private final MongoCollection<Document> held;
  private final MongoCollection<Document> recalls;

  public MongoExports(MongoDatabase database) {
    this.documents = new VersionedDocuments(database, EXPORTS);
    this.held = database.getCollection(HELD).withWriteConcern(WriteConcern.W1.withJournal(true));
    this.recalls =
        database
            .getCollection(RECALLS)
            .withWriteConcern(WriteConcern.ACKNOWLEDGED.withJournal(true));
  }

  /** The collection's indexes: the feed's, and the order of lists. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    indexes.add(
        new IndexModel(
            Indexes.ascending("body.create_time", "_id"), new IndexOptions().name("create_time")));
    return new CollectionIndexes(EXPORTS, indexes);
  }

  /** Whom exports held is found by their names and by the numbers of their records. */
  public static CollectionIndexes heldIndexes() {
    return new CollectionIndexes(HELD, List.of(index("records"), index("profiles")));
  }

  /** What was called back is found by the names that the person had. */
  public static CollectionIndexes recallIndexes() {
    return new CollectionIndexes(RECALLS, List.of(index("profiles")));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().name(field));
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
  public void hold(String id, List<Held> people) {
    if (!people.isEmpty()) {
      held.insertOne(
          new Document("_id", id + "|" + new ObjectId().toHexString())
              .append("profiles", people.stream().map(Held::profile).distinct().toList())
              .append(
                  "records",
                  people.stream().flatMap(p -> p.records().stream()).distinct().toList()));
    }
  }

  @Override
  public Slice<ProfileExport> list(Query query) {
    return documents.page(query, FIELDS).map(ExportDocument::read);
  }

  @Override
  public Set<String> holding(Collection<String> profiles, Collection<Long> records) {
    var ids = new HashSet<String>();
    Bulk.parts(profiles).forEach(part -> holding("profiles", part, ids));
    Bulk.parts(records).forEach(part -> holding("records", part, ids));
    return ids;
  }

  private void holding(String field, List<?> any, Set<String> into) {
    held.find(in(field, any))
        .projection(Projections.include("_id"))
        .forEach(each -> into.add(exportOf(each.getString("_id"))));
  }

  @Override
  public void recall(Recalled recalled) {
    recalls.replaceOne(
        eq("_id", recalled.erasure()),
        new Document("_id", recalled.erasure())
            .append("profiles", recalled.profiles())
            .append("exports", recalled.exports()),
        new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<Recalled> recalled(String erasure) {
    return Optional.ofNullable(recalls.find(eq("_id", erasure)).first()).map(MongoExports::read);
  }

  @Override
  public List<Recalled> recalledAbout(String profile) {
    return recalls.find(eq("profiles", profile)).map(MongoExports::read).into(new ArrayList<>());
  }

  private static Recalled read(Document document) {
    return new Recalled(
        document.getString("_id"),
        document.getList("profiles", String.class),
        document.getList("exports", String.class));
  }

  private static String exportOf(String key) {
    return key.substring(0, key.indexOf('|'));
  }
}
