package org.masterplan.registry.community.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.app.Changes;
import org.masterplan.registry.resource.app.Versioned;
import org.masterplan.registry.resource.mongo.MongoResources;

/** Communities in MongoDB, one document each, keyed by full name. */
public final class MongoCommunities implements Communities {
  private static final String COLLECTION = "communities";
  private static final Order OLDEST_FIRST = new Order(CommunityFields.CREATED, false);

  private final MongoResources<Community> resources;

  public MongoCommunities(MongoDatabase database) {
    this.resources = new MongoResources<>(database, COLLECTION, new CommunityDocument());
  }

  /** What the lists and look-ups of the register need. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    for (var path :
        List.of(
            "body.link",
            "body.business_unit",
            "body.owner",
            "body.deputies",
            "body.segments",
            "body.state",
            "keys.title")) {
      indexes.add(new IndexModel(Indexes.ascending(path), new IndexOptions().name(path)));
    }
    indexes.add(
        new IndexModel(
            Indexes.descending("body.create_time", "_id"), new IndexOptions().name("newest")));
    return new CollectionIndexes(COLLECTION, indexes);
  }

  @Override
  public Optional<Versioned<Community>> find(String name) {
    return resources.find(name);
  }

  @Override
  public Optional<Versioned<Community>> findByLink(String link) {
    var there = new Filter.Compare(CommunityFields.LINK, Filter.Op.EQ, new Value.Text(link));
    var oldest = new Query(there, OLDEST_FIRST, 1, Optional.empty());
    return resources.page(oldest).items().stream().findFirst();
  }

  @Override
  public void add(String name, Community community, AuditEntry entry) {
    resources.add(name, community, entry);
  }

  @Override
  public void replace(String name, long seen, Community next, AuditEntry entry) {
    resources.replace(name, seen, next, entry);
  }

  @Override
  public Slice<Versioned<Community>> page(Query query) {
    return resources.page(query);
  }

  @Override
  public Changes<Community> changes(String token, int limit) {
    return resources.changes(token, limit);
  }
}
