package org.masterplan.profiles.identity.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
