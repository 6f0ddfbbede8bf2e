package org.masterplan.abandonment.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.masterplan.abandonment.app.Healths;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;

/** Health in MongoDB, one document per community. */
public final class MongoHealths implements Healths {
  private static final String COLLECTION = "healths";
  private static final Filter ADRIFT =
      new Filter.Compare(Field.bool(HealthDocument.ADRIFT), Filter.Op.EQ, new Value.Bool(true));

  private final VersionedDocuments documents;
  private final MongoCollection<Document> states;

  public MongoHealths(MongoDatabase database) {
    this.states = database.getCollection(COLLECTION);
    this.documents = new VersionedDocuments(database, COLLECTION);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var all = new ArrayList<>(VersionedDocuments.indexes());
    all.add(
        new IndexModel(
            Indexes.ascending("body." + HealthDocument.ADRIFT, "body.state_time", "_id"),
            new IndexOptions().name("adrift_state_time")));
    return new CollectionIndexes(COLLECTION, all);
  }

  @Override
  public Optional<Health> find(String community) {
    return documents.find(community).map(HealthDocument::read);
  }

  @Override
  public Map<String, Health> find(Collection<String> communities) {
    var ids = Set.copyOf(communities);
    if (ids.isEmpty()) {
      return Map.of();
    }
    return documents.list(Filters.in("_id", ids), Sorts.ascending("_id"), ids.size()).stream()
        .map(HealthDocument::read)
        .collect(Collectors.toMap(Health::community, each -> each));
  }

  @Override
  public void save(Health next, AuditEntry entry) {
    var content = HealthDocument.write(next);
    if (next.revision() == 0) {
      documents.add(next.community(), content, entry);
    } else {
      documents.replace(next.community(), next.revision(), content, entry);
    }
  }

  @Override
  public Slice<Health> listAdrift(Query query) {
    var filter = new Filter.And(List.of(ADRIFT, query.filter()));
    var adrift = new Query(filter, query.order(), query.size(), query.after());
    return documents.page(adrift, MongoFilters.usual()).map(HealthDocument::read);
  }

  @Override
  public void eachState(BiConsumer<String, Judgement.State> reader) {
    states
        .find()
        .projection(Projections.include("body.state"))
        .batchSize(1000)
        .forEach(
            d ->
                reader.accept(
                    d.getString("_id"),
                    Judgement.State.valueOf(
                        d.getEmbedded(List.of("body", "state"), String.class))));
  }

  @Override
  public Changes changes(String token, int limit) {
    var changes = documents.changes(token, limit);
    var healths = changes.items().stream().map(HealthDocument::read).toList();
    return new Changes(healths, changes.token(), changes.more());
  }
}
