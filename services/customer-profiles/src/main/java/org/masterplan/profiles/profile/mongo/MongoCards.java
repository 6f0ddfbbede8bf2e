package org.masterplan.profiles.profile.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.mongo.VersionedDocuments;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.domain.Card;

/** Cards in MongoDB; the number of the decision behind a card is its revision. */
public final class MongoCards implements Cards {
  private static final String PROFILES = "profiles";
  private static final String PROJECTED = "profiles";
  private static final int BATCH = 500;

  /** To read so many cards takes no longer than a page may. */
  private static final int MANY = 1000;

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final MongoFilters FIELDS = MongoFilters.usual();
  private static final Filter LIVE =
      new Filter.Compare(Field.bool("live"), Filter.Op.EQ, new Value.Bool(true));

  private final MongoCollection<Document> collection;
  private final MongoCollection<Document> projections;
  private final VersionedDocuments documents;

  public MongoCards(MongoDatabase database) {
    this.collection = database.getCollection(PROFILES);
    this.projections = database.getCollection("projections");
    this.documents = new VersionedDocuments(database, PROFILES);
  }

  /** The collection's indexes: the feed's, and the orders of lists. */
  public static CollectionIndexes indexes() {
    var indexes = new ArrayList<>(VersionedDocuments.indexes());
    indexes.add(index("body.create_time"));
    indexes.add(index("keys.name"));
    indexes.add(
        new IndexModel(
            Indexes.ascending("keys.province", "body.create_time", "_id"),
            new IndexOptions().name("province_create_time_id")));
    indexes.add(
        new IndexModel(Indexes.ascending(MongoFilters.WORDS), new IndexOptions().name("words")));
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
    var live = new Query(live(query.filter()), query.order(), query.size(), query.after());
    return documents.page(planned(live), FIELDS).map(CardDocument::read);
  }

  /**
   * The words of names are looked up by the rarest of them. One that very many bear is no way to
   * find anybody: then the order of the list is walked, where the first page is soon full.
   */
  private Query planned(Query query) {
    var words = CardFields.required(query.filter());
    if (words.isEmpty()) {
      return query;
    }
    int fewest = MANY;
    var rarest = "";
    for (var word : words) {
      int bearers = bearers(word, fewest);
      if (bearers < fewest) {
        fewest = bearers;
        rarest = word;
      }
    }
    var kept = rarest;
    var filter = CardFields.walked(query.filter(), word -> !word.equals(kept));
    return new Query(filter, query.order(), query.size(), query.after());
  }

  private int bearers(String word, int most) {
    int count = 0;
    var found =
        collection
            .find(FIELDS.compile(new Filter.Word(word)))
            .projection(Projections.include("_id"))
            .limit(most)
            .batchSize(most);
    for (var _ : found) {
      count++;
    }
    return count;
  }

  /** People are found by the words of their names, each stored by itself since then. */
  public static void wordByWord(MongoDatabase database) {
    var collection = database.getCollection(PROFILES);
    for (var card : collection.find().projection(Projections.include("body.names"))) {
      var names = card.get("body", Document.class).getList("names", String.class);
      collection.updateOne(
          eq("_id", card.getString("_id")),
          Updates.set(MongoFilters.WORDS, CardFields.words(names)));
    }
  }

  @Override
  public long count(Filter filter) {
    return collection.countDocuments(FIELDS.compile(live(filter)));
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
        changes.items().stream().map(CardDocument::read).toList(), changes.token(), changes.more());
  }

  private void each(Bson filter, Consumer<Card> use) {
    collection
        .find(filter)
        .sort(Sorts.ascending("_id"))
        .batchSize(BATCH)
        .map(
            document ->
                new VersionedDocuments.Stored(
                    document.getString("_id"),
                    document.getLong("revision"),
                    document.get("body", Document.class)))
        .map(CardDocument::read)
        .forEach(use);
  }

  private static Filter live(Filter filter) {
    return new Filter.And(List.of(LIVE, CardFields.prefixed(filter)));
  }

  private static Bson older(Card card) {
    return and(eq("_id", card.name()), lt("revision", card.journal()));
  }

  private static Bson write(Card card) {
    var content = CardDocument.write(card);
    return Updates.combine(
        Updates.set("revision", card.journal()),
        Updates.set("body", content.body()),
        Updates.set("keys", content.keys()),
        Updates.currentDate("stamp"));
  }

  private static IndexModel index(String field) {
    return new IndexModel(Indexes.ascending(field, "_id"), new IndexOptions().name(field + "_id"));
  }
}
