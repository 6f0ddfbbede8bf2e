package org.masterplan.profiles.profile.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.mongo.SealingAgain;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.sealing.app.SealedStore;

/** Cards in MongoDB; the number of the decision behind a card is its revision. */
public final class MongoCards implements Cards {
  private static final String PROFILES = "profiles";
  private static final String PROJECTED = "profiles";
  private static final String CHOICE = "choice";
  private static final int BATCH = 500;

  /** The index of words before their beginnings were stored. */
  private static final String WORDS_ALONE = "words";

  /** Of what a card's beginnings are made. */
  private static final Bson BEGUN_BY = Projections.include("revision", "body.names");

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final MongoFilters FIELDS = CardFilters.FIELDS;

  private final MongoCollection<Document> collection;
  private final MongoCollection<Document> projections;
  private final VersionedDocuments documents;
  private final Sealing sealing;
  private final SealedCards sealed;

  /** Where everything stands as it is. */
  public MongoCards(MongoDatabase database) {
    this(database, Sealing.OPEN);
  }

  public MongoCards(MongoDatabase database, Sealing sealing) {
    this.sealing = sealing;
    this.sealed = new SealedCards(sealing);
    this.collection = database.getCollection(PROFILES);
    this.projections = database.getCollection("projections");
    this.documents = new VersionedDocuments(database, PROFILES);
  }

  /** The collection's indexes: the feed's, and the orders of lists. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    indexes.add(index("body.create_time"));
    indexes.add(index("keys.name"));
    indexes.add(inOrder("keys.province", "province"));
    indexes.add(inOrder("body.source", "source"));
    indexes.add(inOrder("body.birth_year", "birth_year"));
    indexes.add(inOrder(MongoFilters.WORDS, "beginnings"));
    return new CollectionIndexes(PROFILES, indexes);
  }

  /** The same, of cards whose values stand in that way. */
  public static CollectionIndexes indexes(Sealing sealing) {
    var indexes = new ArrayList<>(indexes().indexes());
    if (!sealing.isOpen()) {
      indexes.add(inOrder("body.found", "found"));
    }
    return new CollectionIndexes(PROFILES, indexes);
  }

  @Override
  public void put(List<Card> cards) {
    var writes =
        cards.stream()
            .map(card -> new UpdateOneModel<Document>(older(card), write(card), UPSERT))
            .toList();
    // A taken id: the stored card is as new, or newer.
    Bulk.write(collection, writes);
  }

  @Override
  public void renew(List<Card> cards) {
    var writes =
        cards.stream().map(card -> new UpdateOneModel<Document>(same(card), write(card))).toList();
    Bulk.write(collection, writes);
  }

  @Override
  public String chosenBy() {
    var state = projections.find(eq("_id", CHOICE)).first();
    return state == null ? "" : state.getString("by");
  }

  @Override
  public void chosenBy(String choice) {
    projections.updateOne(eq("_id", CHOICE), Updates.set("by", choice), UPSERT);
  }

  @Override
  public void consentChanged(Collection<String> names) {
    var change =
        Updates.combine(
            Updates.set("body." + CardDocument.CHANGE, Card.Change.CONSENT_CHANGED.name()),
            Updates.currentDate("stamp"));
    var writes =
        names.stream().map(name -> new UpdateOneModel<Document>(eq("_id", name), change)).toList();
    Bulk.write(collection, writes);
  }

  @Override
  public long projected() {
    var state = projections.find(eq("_id", PROJECTED)).first();
    return state == null ? 0 : state.getLong("applied");
  }

  @Override
  public void projected(long decision) {
    try {
      projections.updateOne(
          and(eq("_id", PROJECTED), lt("applied", decision)),
          Updates.set("applied", decision),
          UPSERT);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public Slice<Card> list(Query query) {
    var order = sealing.isOpen() ? query.order() : sealed.stored(query.order());
    var live = new Query(listed(query), order, query.size(), query.after());
    return documents.page(live, FIELDS).map(this::read);
  }

  /** People are found by every beginning of the words of their names, each stored since then. */
  public static void byBeginnings(MongoDatabase database) {
    var collection = database.getCollection(PROFILES);
    var part = new ArrayList<Document>();
    for (var card : collection.find(exists("body.names")).projection(BEGUN_BY)) {
      part.add(card);
      if (part.size() == BATCH) {
        byBeginnings(collection, part);
        part.clear();
      }
    }
    byBeginnings(collection, part);
    collection.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()).stream()
        .filter(WORDS_ALONE::equals)
        .forEach(collection::dropIndex);
  }

  /** Those that changed since they were read once more: an erased person's words stay away. */
  private static void byBeginnings(MongoCollection<Document> collection, List<Document> cards) {
    for (var stale = new ArrayList<>(cards); !stale.isEmpty(); ) {
      Bulk.write(collection, stale.stream().map(MongoCards::beginnings).toList());
      var read = new HashMap<String, Long>();
      stale.forEach(card -> read.put(card.getString("_id"), card.getLong("revision")));
      stale =
          collection
              .find(and(in("_id", read.keySet()), exists("body.names")))
              .projection(BEGUN_BY)
              .into(new ArrayList<>());
      stale.removeIf(card -> card.getLong("revision").equals(read.get(card.getString("_id"))));
    }
  }

  /** Of the names it was read with alone: those of a person erased meanwhile do not come back. */
  static UpdateOneModel<Document> beginnings(Document card) {
    var names = card.get("body", Document.class).getList("names", String.class);
    return new UpdateOneModel<>(
        and(eq("_id", card.getString("_id")), eq("body.names", names)),
        Updates.set(MongoFilters.WORDS, CardFilters.beginnings(names)));
  }

  @Override
  public long count(Filter filter) {
    return collection.countDocuments(FIELDS.compile(live(filter)));
  }

  @Override
  public Map<Integer, Long> countByRecords(Filter filter) {
    var matching = Aggregates.match(FIELDS.compile(live(filter)));
    var bySize = Aggregates.group("$body.records", Accumulators.sum("n", 1L));
    var counts = new TreeMap<Integer, Long>();
    for (var each : collection.aggregate(List.of(matching, bySize))) {
      counts.put(each.getInteger("_id"), each.getLong("n"));
    }
    return counts;
  }

  @Override
  public List<Card> find(Collection<String> names) {
    var found = new ArrayList<Card>();
    for (var part : Bulk.parts(names)) {
      each(and(in("_id", part), eq("body.live", true)), found::add);
    }
    return found;
  }

  @Override
  public void each(Filter filter, Consumer<Card> use) {
    each(FIELDS.compile(live(filter)), use);
  }

  @Override
  public List<String> names(Filter filter, String after, int limit) {
    return collection
        .find(and(gt("_id", after), FIELDS.compile(live(filter))))
        .projection(Projections.include("_id"))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .batchSize(limit)
        .map(document -> document.getString("_id"))
        .into(new ArrayList<>());
  }

  @Override
  public Changes changes(String token, int limit) {
    var changes = documents.changes(token, limit);
    return new Changes(
        changes.items().stream().map(this::read).toList(), changes.token(), changes.more());
  }

  private void each(Bson filter, Consumer<Card> use) {
    documents.each(filter, stored -> use.accept(read(stored)));
  }

  /** The collection, to be sealed anew. Nobody who follows the cards is told: they say the same. */
  public SealedStore sealed() {
    return new SealingAgain(
        collection,
        card -> sealing.isCurrent(card.get("body", Document.class)),
        card -> {
          var content = content(read(card));
          return new UpdateOneModel<>(
              and(eq("_id", card.getString("_id")), eq("revision", card.getLong("revision"))),
              Updates.combine(
                  Updates.set("body", content.body()), Updates.set("keys", content.keys())));
        });
  }

  private Card read(Document card) {
    return read(
        new VersionedDocuments.Stored(
            card.getString("_id"), card.getLong("revision"), card.get("body", Document.class)));
  }

  private Filter listed(Query query) {
    var byTime = query.order().field().equals(CardFields.CREATE_TIME);
    return byTime && sealing.isOpen()
        ? CardFilters.listedByTime(query.filter())
        : live(query.filter());
  }

  private Filter live(Filter filter) {
    return sealing.isOpen() ? CardFilters.live(filter) : sealed.stored(CardFilters.only(filter));
  }

  private VersionedDocuments.Content content(Card card) {
    var content = CardDocument.write(card);
    if (sealing.isOpen()) {
      return content;
    }
    var body = content.body();
    var personal = sealing.seal(card.name(), SealedCards.personal(body));
    body.putAll(personal);
    body.append("found", sealed.found(card.facts()));
    return new VersionedDocuments.Content(body, new Document());
  }

  private Card read(VersionedDocuments.Stored stored) {
    var body = sealing.open(stored.id(), stored.body());
    return CardDocument.read(new VersionedDocuments.Stored(stored.id(), stored.revision(), body));
  }

  private static Bson same(Card card) {
    return and(eq("_id", card.name()), eq("revision", card.journal()));
  }

  private static Bson older(Card card) {
    return and(eq("_id", card.name()), lt("revision", card.journal()));
  }

  private Bson write(Card card) {
    var content = content(card);
    return Updates.combine(
        Updates.set("revision", card.journal()),
        Updates.set("body", content.body()),
        Updates.set("keys", content.keys()),
        Updates.currentDate("stamp"));
  }

  /** Newest first after each value, as lists are: such indexes are read side by side. */
  private static IndexModel inOrder(String field, String name) {
    return new IndexModel(
        Indexes.ascending(field, "body.create_time", "_id"),
        new IndexOptions().name(name + "_create_time_id"));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field, "_id"), new IndexOptions().name(field + "_id"));
  }
}
