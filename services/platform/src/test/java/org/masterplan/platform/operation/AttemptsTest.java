package org.masterplan.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.testkit.MongoTestServer;

/** How often an operation is taken up that breaks off again and again. */
class AttemptsTest {
  private static final String NAME = "operations/profiles-i1";

  private final MongoDatabase database = MongoTestServer.database("attempts");
  private final Clock clock = Clock.systemUTC();
  private final Operations operations = new Operations(database, "profiles", clock);
  private final Leasing leasing =
      new Leasing(new MongoLeases(database, clock), "dead", Duration.ofSeconds(30), clock);

  @BeforeEach
  void start() {
    operations.start("load", "i1", Map.of());
  }

  @Test
  void run_thatComesFurtherEachTime_goesOnHoweverOftenItIsKilled() {
    for (int line = 1; line <= 12; line++) {
      killedAfter(line, Map.of("line", "" + line));
    }

    assertThat(finished().hasResponse()).isTrue();
  }

  @Test
  void run_thatComesFurtherByBytesOnly_goesOnToo() {
    for (int times = 1; times <= 12; times++) {
      var progress = new Progress(0, 0, 0, 100L * times, 0);
      killed(run -> run.report(progress, Map.of()));
    }

    assertThat(finished().hasResponse()).isTrue();
  }

  @Test
  void run_thatIsKilledAtOnePlace_isGivenUp() {
    for (int times = 1; times <= 5; times++) {
      killed(_ -> {});
    }

    assertThat(finished().getError().getMessage()).contains("5");
  }

  @Test
  void run_thatBeginsAnewAndIsKilledWhereItWasBefore_isGivenUp() {
    killedAfter(7, Map.of());
    for (int times = 1; times <= 5; times++) {
      killed(
          run -> {
            run.report(Progress.NONE, Map.of("reading", "" + run.fence()));
            run.report(new Progress(7, 7, 0, 0, 0), Map.of("reading", "" + run.fence()));
          });
    }

    assertThat(finished().getError().getMessage()).contains("5");
  }

  @Test
  void run_thatIsKilledEverEarlier_isGivenUp() {
    killedAfter(7, Map.of());
    for (int line = 6; line > 1; line--) {
      killedAfter(line, Map.of("line", "" + line));
    }

    assertThat(finished().getError().getMessage()).contains("5");
  }

  private void killedAfter(int line, Map<String, String> checkpoint) {
    killed(run -> run.report(new Progress(line, line, 0, 0, 0), checkpoint));
  }

  /** As an instance leaves it that was killed after this. */
  private void killed(Consumer<Run> before) {
    boolean taken =
        leasing.run(
            NAME,
            held -> {
              var claimed = operations.documents().claim(NAME, held.fence());
              before.accept(new StoredRun(operations.documents(), claimed.orElseThrow(), held));
            });
    assertThat(taken).isTrue();
  }

  /** Taken up by an instance that can do it. */
  private Operation finished() {
    Work work =
        new Work() {
          @Override
          public String kind() {
            return "load";
          }

          @Override
          public Message run(Run run) {
            return Int64Value.of(1);
          }
        };
    try (var runner = new OperationRunner(operations, "profiles", leasing, List.of(work))) {
      runner.start();
      await().until(() -> operations.get(NAME).getDone());
    }
    return operations.get(NAME);
  }
}
