package org.masterplan.profiles.profile.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.query.Filter;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.CardsContract;
import org.masterplan.profiles.profile.domain.Card;

class MongoCardsTest extends CardsContract {
  @Override
  protected Cards cards() {
    var database = MongoTestServer.database("cards");
    CollectionIndexes.create(database, List.of(MongoCards.indexes()));
    return new MongoCards(database);
  }

  /** As cards were stored until then: whole words alone, and an index of these. */
  @Test
  void byBeginnings_findsPeopleOfBefore_byEveryBeginning() {
    var database = MongoTestServer.database("cards");
    var before = database.getCollection("profiles");
    before.createIndex(Indexes.ascending("keys._words"), new IndexOptions().name("words"));
    CollectionIndexes.create(database, List.of(MongoCards.indexes()));
    var cards = new MongoCards(database);
    cards.put(List.of(person("Lê Bưởi")));
    before.updateMany(new Document(), Updates.set("keys._words", List.of(" le", " buoi")));

    MongoCards.byBeginnings(database);

    for (var word : List.of("l", "le", "b", "bu", "buo", "buoi", "le b")) {
      assertThat(cards.count(new Filter.Word(word))).as(word).isEqualTo(1);
    }
    assertThat(cards.count(new Filter.Word("uoi"))).isZero();
    assertThat(before.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
        .contains("beginnings_create_time_id")
        .doesNotContain("words");
  }

  /** Between reading a card and writing its words its person is erased. */
  @Test
  void byBeginnings_bringsNoWordBackOfACardThatChangedMeanwhile() {
    var database = MongoTestServer.database("cards");
    var cards = database.getCollection("profiles");
    for (var id : List.of("profiles/1", "profiles/2")) {
      var body = new Document("names", List.of("Phạm Lan"));
      cards.insertOne(
          new Document("_id", id).append("revision", 3L).append("body", body).append("keys", null));
    }
    var first = new AtomicInteger();

    MongoCards.byBeginnings(
        amid(
            database,
            () -> {
              if (first.getAndIncrement() == 0) {
                cards.updateOne(
                    eq("_id", "profiles/1"),
                    Updates.combine(
                        Updates.set("revision", 4L), Updates.set("body.names", List.of("Hoa"))));
                cards.deleteOne(eq("_id", "profiles/2"));
              }
            }));

    assertThat(cards.find())
        .singleElement()
        .extracting(card -> card.get("keys", Document.class).getList("_words", String.class))
        .isEqualTo(List.of(" h", " ho", " hoa"));
  }

  /** The database, where something happens before each card is written. */
  private static MongoDatabase amid(MongoDatabase database, Runnable before) {
    return (MongoDatabase)
        Proxy.newProxyInstance(
            MongoDatabase.class.getClassLoader(),
            new Class<?>[] {MongoDatabase.class},
            (_, method, arguments) -> {
              var answer = method.invoke(database, arguments);
              return answer instanceof MongoCollection<?> collection
                  ? amid(collection, before)
                  : answer;
            });
  }

  private static MongoCollection<?> amid(MongoCollection<?> collection, Runnable before) {
    return (MongoCollection<?>)
        Proxy.newProxyInstance(
            MongoCollection.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("bulkWrite")) {
                before.run();
              }
              return method.invoke(collection, arguments);
            });
  }

  /** As if the migration had stood still, or another instance still wrote, in between. */
  @Test
  void beginnings_ofACardErasedSinceItWasRead_areNotStored() {
    var database = MongoTestServer.database("cards");
    var stored = database.getCollection("profiles");
    var cards = new MongoCards(database);
    cards.put(List.of(person("Lê Bưởi")));
    var read = stored.find().first();
    cards.put(List.of(Card.gone("profiles/a", 2)));

    var late = stored.bulkWrite(List.of(MongoCards.beginnings(read)));
    MongoCards.byBeginnings(database);

    assertThat(late.getMatchedCount()).isZero();
    assertThat(stored.find().first().get("keys", Document.class).getList("_words", String.class))
        .isEmpty();
  }

  private static Card person(String name) {
    var facts =
        new Card.Facts(name, List.of(name), 0, "", "", List.of(), 1, List.of(), Instant.EPOCH);
    return new Card("profiles/a", 1, new Card.Standing.Live(), facts);
  }
}
