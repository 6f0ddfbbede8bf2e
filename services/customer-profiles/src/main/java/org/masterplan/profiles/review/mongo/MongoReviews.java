package org.masterplan.profiles.review.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.mongo.VersionedDocuments.Content;
import org.masterplan.platform.mongo.VersionedDocuments.Stored;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.mongo.SealingAgain;
import org.masterplan.profiles.review.app.Reviews;
import org.masterplan.profiles.review.domain.Kind;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Review;
import org.masterplan.profiles.sealing.app.SealedStore;

/** Reviews in MongoDB, one document each. */
public final class MongoReviews implements Reviews {
  private static final String REVIEWS = "reviews";
  private static final MongoFilters FIELDS = MongoFilters.usual();

  private final MongoCollection<Document> collection;
  private final VersionedDocuments documents;
  private final Sealing sealing;
  private final ReviewDocument shape;

  /** Where everything stands as it is. */
  public MongoReviews(MongoDatabase database) {
    this(database, Sealing.OPEN);
  }

  public MongoReviews(MongoDatabase database, Sealing sealing) {
    this.sealing = sealing;
    this.shape = new ReviewDocument(sealing);
    this.collection = database.getCollection(REVIEWS);
    this.documents = new VersionedDocuments(database, REVIEWS);
  }

  /** The collection's indexes. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    indexes.add(index("body.state", "body.urgency"));
    indexes.add(index("body.owed", "_id"));
    indexes.add(index("body.left", "_id"));
    indexes.add(index("body.right", "_id"));
    return new CollectionIndexes(REVIEWS, indexes);
  }

  @Override
  public Optional<Review> find(Pair pair) {
    return documents.find(pair.id()).map(shape::read);
  }

  @Override
  public void add(List<Review> found, AuditEntry entry) {
    var contents = new LinkedHashMap<String, Content>();
    found.forEach(review -> contents.put(review.pair().id(), shape.write(review)));
    documents.addAll(contents, entry);
  }

  @Override
  public void replace(Review next, AuditEntry entry) {
    try {
      documents.replace(next.pair().id(), next.revision() - 1, shape.write(next), entry);
    } catch (Stale _) {
      throw Stale.named(next.name());
    }
  }

  @Override
  public Slice<Review> list(Query query) {
    return documents.page(query, FIELDS).map(shape::read);
  }

  @Override
  public void each(Filter filter, Consumer<Review> use) {
    each(FIELDS.compile(filter), use);
  }

  @Override
  public Map<Tally, Long> tally() {
    var group = new Document("kind", "$body.kind").append("state", "$body.state");
    var counts = new HashMap<Tally, Long>();
    for (var each :
        collection.aggregate(List.of(Aggregates.group(group, Accumulators.sum("n", 1L))))) {
      var of = each.get("_id", Document.class);
      counts.put(
          new Tally(
              Kind.valueOf(of.getString("kind")), Review.State.valueOf(of.getString("state"))),
          each.get("n", Number.class).longValue());
    }
    return counts;
  }

  @Override
  public List<Review> about(Collection<Long> records) {
    var found = new LinkedHashMap<Pair, Review>();
    for (var part : Bulk.parts(records)) {
      each(touching(part), review -> found.put(review.pair(), review));
    }
    return List.copyOf(found.values());
  }

  @Override
  public long erase(Collection<Long> records) {
    long erased = 0;
    for (var part : Bulk.parts(records)) {
      erased += collection.deleteMany(touching(part)).getDeletedCount();
    }
    return erased;
  }

  /** The collection, to be sealed anew. */
  public SealedStore sealed() {
    return new SealingAgain(collection, this::isCurrent, this::sealedAgain);
  }

  private boolean isCurrent(Document stored) {
    var said = stored.get("body", Document.class).get(ReviewDocument.SAID, Document.class);
    return said != null && sealing.isCurrent(said);
  }

  /** Unless somebody has said something since. */
  private WriteModel<Document> sealedAgain(Document old) {
    var id = old.getString("_id");
    long revision = old.getLong("revision");
    var review = shape.read(new Stored(id, revision, old.get("body", Document.class)));
    var body = shape.write(review).body();
    return new UpdateOneModel<>(
        and(eq("_id", id), eq("revision", revision)),
        combine(
            set("body." + ReviewDocument.SAID, body.get(ReviewDocument.SAID)),
            set("body." + ReviewDocument.OPINIONS, body.get(ReviewDocument.OPINIONS))));
  }

  private static Bson touching(Collection<Long> records) {
    return or(
        in("body." + ReviewDocument.LEFT, records), in("body." + ReviewDocument.RIGHT, records));
  }

  private void each(Bson filter, Consumer<Review> use) {
    documents.each(filter, stored -> use.accept(shape.read(stored)));
  }

  /** Its name ends as the first of them did: by another it could not be made beside what stands. */
  private static IndexModel index(String field, String then) {
    return new IndexModel(
        Indexes.ascending(field, then),
        new IndexOptions().name(field.replace("body.", "") + "_id"));
  }
}
