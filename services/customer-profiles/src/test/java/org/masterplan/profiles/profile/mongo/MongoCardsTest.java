package org.masterplan.profiles.profile.mongo;

import java.util.List;
import org.masterplan.platform.mongo.CollectionIndexes;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.app.CardsContract;

class MongoCardsTest extends CardsContract {
  @Override
  protected Cards cards() {
    var database = MongoTestServer.database("cards");
    CollectionIndexes.create(database, List.of(MongoCards.indexes()));
    return new MongoCards(database);
  }
}
