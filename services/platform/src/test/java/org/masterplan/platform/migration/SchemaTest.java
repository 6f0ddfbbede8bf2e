package org.masterplan.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.testkit.MongoTestServer;

class SchemaTest {
  MongoDatabase database = MongoTestServer.database("schema");
  List<Integer> applied = Collections.synchronizedList(new ArrayList<>());

  @Test
  void upgrade_appliesEachStepOnceInOrder() {
    schema("a", 2).upgrade();
    schema("a", 3).upgrade();

    assertThat(applied).containsExactly(1, 2, 3);
    assertThat(schema("a", 3).version()).isEqualTo(3);
  }

  @Test
  void upgrade_byTwoInstancesAtOnce_appliesEachStepOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          List.of("a", "b").stream()
              .<Callable<Integer>>map(
                  holder ->
                      () -> {
                        schema(holder, 3).upgrade();
                        return schema(holder, 3).version();
                      })
              .toList();
      for (var start : threads.invokeAll(starts)) {
        assertThat(start.get()).isEqualTo(3);
      }
    }
    assertThat(applied).containsExactly(1, 2, 3);
  }

  @Test
  void upgrade_ofDataThatIsNewer_isRefusedWithOneLine() {
    schema("a", 3).upgrade();

    assertThatThrownBy(() -> schema("a", 2).upgrade())
        .isInstanceOf(DataTooNew.class)
        .hasMessageContaining("schema 3")
        .hasMessageContaining("up to 2");
    assertThat(applied).containsExactly(1, 2, 3);
  }

  @Test
  void upgrade_thatFailed_goesOnWhereItStopped() {
    var broken =
        new Migration(
            2,
            "breaks",
            database -> {
              throw new IllegalStateException("no");
            });
    assertThatThrownBy(() -> new Schema(database, leasing("a"), List.of(step(1), broken)).upgrade())
        .hasMessage("no");

    schema("a", 2).upgrade();

    assertThat(applied).containsExactly(1, 2);
  }

  private Schema schema(String holder, int steps) {
    var migrations = new ArrayList<Migration>();
    for (int i = 1; i <= steps; i++) {
      migrations.add(step(i));
    }
    return new Schema(database, leasing(holder), migrations);
  }

  private Migration step(int version) {
    return new Migration(version, "step " + version, database -> applied.add(version));
  }

  private Leasing leasing(String holder) {
    var clock = Clock.systemUTC();
    return new Leasing(new MongoLeases(database, clock), holder, Duration.ofSeconds(30), clock);
  }
}
