package org.masterplan.profiles.dealing.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.masterplan.kernel.Money;
import org.masterplan.platform.mongo.Bulk;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.domain.Dealing;

/** Dealings in MongoDB, one document each. */
public final class MongoDealings implements Dealings {
  private static final String DEALINGS = "dealings";
  private static final String COMMUNITY = "community";
  private static final String ORDER = "ORDER";

  /** When it was brought last. Earlier releases did not write it. */
  private static final String BROUGHT = "brought";

  private static final List<String> ACTS =
      Arrays.stream(Dealing.Kind.values()).map(Dealing.Kind::name).toList();

  private final MongoCollection<Document> collection;

  public MongoDealings(MongoDatabase database) {
    this.collection = database.getCollection(DEALINGS);
  }

  /** The collection's indexes: by person, and by community and time. */
  public static CollectionIndexes indexes() {
    return new CollectionIndexes(
        DEALINGS,
        List.of(
            new IndexModel(Indexes.ascending("subject"), new IndexOptions().name("subject")),
            new IndexModel(Indexes.ascending("what"), new IndexOptions().name("what")),
            new IndexModel(
                Indexes.ascending(COMMUNITY, "time"), new IndexOptions().name("community_time"))));
  }

  @Override
  public Written add(Collection<Dealing> dealings, Instant brought) {
    var last = new LinkedHashMap<String, Dealing>();
    dealings.forEach(dealing -> last.put(dealing.id(), dealing));
    var all = List.copyOf(last.values());
    var at = Date.from(brought);
    var writes = all.stream().map(d -> new InsertOneModel<>(write(d).append(BROUGHT, at))).toList();
    var known = Bulk.write(collection, writes).stream().map(all::get).toList();
    // First, so that nobody writes over what follows what was brought before it.
    Bulk.run(collection, known.stream().map(d -> broughtAgain(d, at)).toList());
    var anew = known.stream().map(d -> saidAnew(d, at)).toList();
    return new Written(all.size() - known.size(), Bulk.run(collection, anew).modified());
  }

  private static UpdateOneModel<Document> broughtAgain(Dealing dealing, Date at) {
    return new UpdateOneModel<>(eq("_id", dealing.id()), Updates.max(BROUGHT, at));
  }

  /** Whom it is about stays: from there they are followed through merges and splits. */
  private static UpdateOneModel<Document> saidAnew(Dealing dealing, Date at) {
    var said = write(dealing);
    said.remove("_id");
    said.remove("subject");
    var notLater = and(eq("_id", dealing.id()), lte(BROUGHT, at));
    return new UpdateOneModel<>(notLater, new Document("$set", said));
  }

  @Override
  public List<Dealing> about(Collection<String> subjects) {
    var found = new ArrayList<Dealing>();
    for (var part : Bulk.parts(subjects)) {
      collection.find(in("subject", part)).batchSize(500).map(MongoDealings::read).into(found);
    }
    found.sort(Comparator.comparing(Dealing::time).reversed().thenComparing(Dealing::id));
    return found;
  }

  @Override
  public void each(String community, Instant since, Consumer<Dealing> use) {
    collection
        .find(and(eq(COMMUNITY, community), gte("time", Date.from(since))))
        .batchSize(500)
        .map(MongoDealings::read)
        .forEach(use);
  }

  @Override
  public void subjects(boolean orders, Consumer<String> use) {
    collection
        .find(orders ? eq("what", ORDER) : in("what", ACTS))
        .projection(Projections.include("subject"))
        .batchSize(1000)
        .forEach(document -> use.accept(document.getString("subject")));
  }

  @Override
  public long erase(Collection<String> subjects) {
    long erased = 0;
    for (var part : Bulk.parts(subjects)) {
      erased += collection.deleteMany(in("subject", part)).getDeletedCount();
    }
    return erased;
  }

  private static Document write(Dealing dealing) {
    var document =
        new Document("_id", dealing.id())
            .append("subject", dealing.subject())
            .append("time", Date.from(dealing.time()));
    return switch (dealing.deed()) {
      case Dealing.Deed.Order(var amount) ->
          document
              .append("what", ORDER)
              .append("amount", amount.minorUnits())
              .append("currency", amount.currency().getCurrencyCode());
      case Dealing.Deed.Rating(var share) ->
          document.append("what", "RATING").append("share", share);
      case Dealing.Deed.Act(var community, var kind) ->
          document.append("what", kind.name()).append(COMMUNITY, community);
    };
  }

  private static Dealing read(Document document) {
    return new Dealing(
        document.getString("_id"),
        document.getString("subject"),
        document.getDate("time").toInstant(),
        deed(document));
  }

  private static Dealing.Deed deed(Document document) {
    var what = document.getString("what");
    return switch (what) {
      case ORDER ->
          new Dealing.Deed.Order(
              new Money(
                  document.getLong("amount"),
                  Currency.getInstance(document.getString("currency"))));
      case "RATING" -> new Dealing.Deed.Rating(document.getDouble("share"));
      default -> new Dealing.Deed.Act(document.getString(COMMUNITY), Dealing.Kind.valueOf(what));
    };
  }
}
