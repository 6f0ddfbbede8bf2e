package org.masterplan.profiles.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    var facts =
        new Card.Facts(
            "Lê Bưởi", List.of("Lê Bưởi"), 0, "", "", List.of(), 1, List.of(), Instant.EPOCH);
    cards.put(List.of(new Card("profiles/a", 1, new Card.Standing.Live(), facts)));
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
}
