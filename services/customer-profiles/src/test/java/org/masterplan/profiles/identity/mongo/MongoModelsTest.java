package org.masterplan.profiles.identity.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.ModelsContract;

class MongoModelsTest extends ModelsContract {
  @Override
  protected Models models() {
    return new MongoModels(MongoTestServer.database("models"));
  }

  @Test
  void keep_leavesNothingOfThoseBefore() {
    var database = MongoTestServer.database("models");
    var models = new MongoModels(database);

    for (long number = 1; number <= 3; number++) {
      models.keep(new KeptModel(number, Instant.EPOCH, 1, "learned"));
    }

    assertThat(database.getCollection("matchingModels").countDocuments()).isEqualTo(1);
    assertThat(database.getCollection("matchingModelPieces").countDocuments()).isEqualTo(1);
  }

  @Test
  void rewrite_changesWhatAnEarlierReleaseKept_once() {
    var database = MongoTestServer.database("models");
    var models = new MongoModels(database);
    models.keep(new KeptModel(3, Instant.EPOCH, 7, "plain"));
    models.setAside("r-1", new KeptModel(4, Instant.EPOCH, 9, "draft"));
    for (var collection : List.of("matchingModels", "matchingModelDrafts")) {
      database.getCollection(collection).updateMany(new Document(), Updates.unset("keyed"));
    }

    models.rewrite(text -> text + " keyed");
    models.rewrite(text -> text + " twice");

    assertThat(models.after(0)).contains(new KeptModel(3, Instant.EPOCH, 7, "plain keyed"));
    assertThat(models.aside("r-1")).contains(new KeptModel(4, Instant.EPOCH, 9, "draft keyed"));
    assertThat(database.getCollection("matchingModelPieces").distinct("text", String.class))
        .containsExactlyInAnyOrder("plain keyed", "draft keyed");
  }

  @Test
  void rewrite_leavesWhatThisReleaseKept() {
    var models = new MongoModels(MongoTestServer.database("models"));
    var kept = new KeptModel(1, Instant.EPOCH, 7, "keyed");
    models.keep(kept);

    models.rewrite(text -> text + " again");

    assertThat(models.after(0)).contains(kept);
  }
}
