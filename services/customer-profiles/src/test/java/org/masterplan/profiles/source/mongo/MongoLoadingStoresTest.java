package org.masterplan.profiles.source.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.source.app.LoadingStoresContract;
import org.masterplan.profiles.source.app.RejectedRows;
import org.masterplan.profiles.source.app.Tombstones;

class MongoLoadingStoresTest extends LoadingStoresContract {
  MongoDatabase database = MongoTestServer.database("loading");

  @Override
  protected RejectedRows rejectedRows(Clock clock) {
    return new MongoRejectedRows(database, clock);
  }

  @Override
  protected Tombstones tombstones() {
    return new MongoTombstones(
        database,
        "a secret of sixteen".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Clock.systemUTC());
  }

  @Test
  void tombstones_keepNothingReadable() {
    tombstones().mark(List.of("record:crm/Nguyen"));

    assertThat(database.getCollection("tombstones").find().first().toJson())
        .doesNotContain("Nguyen");
  }
}
