package org.masterplan.profiles.review.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.masterplan.profiles.review.app.Searches;
import org.masterplan.profiles.review.domain.Pair;
import org.masterplan.profiles.review.domain.Search;
import org.masterplan.profiles.review.domain.Stratum;

/** Looks through all records in MongoDB, one document each. */
public final class MongoSearches implements Searches {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;

  public MongoSearches(MongoDatabase database) {
    this.collection = database.getCollection("reviewSearches");
  }

  @Override
  public void put(Search search) {
    var pairs = new Document();
    search.pairs().forEach((stratum, count) -> pairs.append(stratum.name(), count));
    var drawn = new Document();
    search
        .drawn()
        .forEach(
            (stratum, some) -> drawn.append(stratum.name(), some.stream().map(Pair::id).toList()));
    collection.replaceOne(
        eq("_id", search.id()),
        new Document("_id", search.id())
            .append("at", Date.from(search.at()))
            .append("actor", search.actor())
            .append("journal", search.journal())
            .append("pairs", pairs)
            .append("drawn", drawn)
            .append("sample", !search.drawn().isEmpty()),
        UPSERT);
  }

  @Override
  public Optional<Search> latest() {
    return newest(new Document());
  }

  @Override
  public Optional<Search> latestSample() {
    return newest(eq("sample", true));
  }

  private Optional<Search> newest(Bson filter) {
    return Optional.ofNullable(
            collection.find(filter).sort(Sorts.descending("at", "_id")).limit(1).first())
        .map(MongoSearches::read);
  }

  private static Search read(Document document) {
    Map<Stratum, Long> pairs = new EnumMap<>(Stratum.class);
    Map<Stratum, List<Pair>> drawn = new EnumMap<>(Stratum.class);
    var counts = document.get("pairs", Document.class);
    counts.keySet().forEach(name -> pairs.put(Stratum.valueOf(name), counts.getLong(name)));
    var lots = document.get("drawn", Document.class);
    lots.keySet()
        .forEach(
            name ->
                drawn.put(
                    Stratum.valueOf(name),
                    lots.getList(name, String.class).stream()
                        .flatMap(id -> Pair.read(id).stream())
                        .toList()));
    return new Search(
        document.getString("_id"),
        document.getDate("at").toInstant(),
        document.getString("actor"),
        document.getLong("journal"),
        pairs,
        drawn);
  }
}
