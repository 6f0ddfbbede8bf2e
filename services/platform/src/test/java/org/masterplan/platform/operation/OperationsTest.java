package org.masterplan.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.longrunning.Operation;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import com.mongodb.client.MongoDatabase;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.operations.v1.CancelOperationRequest;
import org.masterplan.operations.v1.GetOperationRequest;
import org.masterplan.operations.v1.ListOperationsRequest;
import org.masterplan.operations.v1.LoadProgress;
import org.masterplan.operations.v1.OperationsServiceGrpc;
import org.masterplan.operations.v1.OperationsServiceGrpc.OperationsServiceBlockingStub;
import org.masterplan.platform.lease.Leasing;
import org.masterplan.platform.lease.MongoLeases;
import org.masterplan.platform.testkit.GrpcTest;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class OperationsTest {
  static final Actor DATA = new Actor("data", Set.of(Role.DATA_TEAM), Set.of(), "");

  MongoDatabase database = MongoTestServer.database("operations");
  Clock clock = Clock.systemUTC();
  Operations operations = new Operations(database, "profiles", clock);
  List<OperationRunner> runners = new ArrayList<>();
  GrpcTest server;
  OperationsServiceBlockingStub stub;

  @BeforeEach
  void serve() {
    server = GrpcTest.serving(new OperationsGrpcService(operations));
    stub = OperationsServiceGrpc.newBlockingStub(server.as(DATA));
  }

  @AfterEach
  void close() {
    runners.forEach(OperationRunner::close);
    server.close();
  }

  @Test
  void start_doesTheWorkAndKeepsItsAnswer() throws Exception {
    run(
        "a",
        run -> {
          run.report(new Progress(3, 2, 1, 30, 30), Map.of("line", "3"));
          return Int64Value.of(2);
        });

    operations.start("load", "i1", Map.of("file", "x"));

    var done = finished("operations/profiles-i1");
    assertThat(done.getResponse().unpack(Int64Value.class).getValue()).isEqualTo(2);
    assertThat(done.getMetadata().unpack(LoadProgress.class).getRejected()).isEqualTo(1);
  }

  @Test
  void start_ofTheSameIdTwice_isOneOperation() {
    var runs = new ArrayList<String>();
    run(
        "a",
        run -> {
          runs.add(run.name());
          return Int64Value.of(1);
        });

    operations.start("load", "i1", Map.of());
    finished("operations/profiles-i1");
    assertThat(operations.start("load", "i1", Map.of()).getDone()).isTrue();
    assertThat(runs).hasSize(1);
  }

  @Test
  void look_goesPastWhatBelongsToOtherLivingMachines() {
    operations.machines().alive("there");
    for (int i = 0; i < 120; i++) {
      operations.start("load", "there-%03d".formatted(i), Map.of("machine", "there"));
    }
    operations.start("load", "own", Map.of("machine", "here"));

    bound("here", clock);

    finished("operations/profiles-own");
    assertThat(operations.get("operations/profiles-there-000").getDone()).isFalse();
    assertThat(operations.get("operations/profiles-there-119").getDone()).isFalse();
  }

  @Test
  void look_failsWhatBelongsToAMachineThatIsGone_andItCanBeginAgainElsewhere() {
    operations.machines().alive("there");
    operations.start("load", "lost", Map.of("machine", "there"));
    var later = TestClock.at(clock.instant());
    operations = new Operations(database, "profiles", later);
    watch(later);

    bound("here", later);
    var failed = finished("operations/profiles-lost");

    assertThat(failed.getError().getMessage()).contains("machine there", "Send the file again");
    operations.start("load", "lost", Map.of("machine", "here"));
    await().until(() -> finished("operations/profiles-lost").hasResponse());
  }

  @Test
  void look_afterAnOutage_waitsForTheOthersToComeBack() {
    operations.machines().alive("there");
    operations.start("load", "other", Map.of("machine", "there"));
    operations.start("load", "own", Map.of("machine", "here"));
    var later = TestClock.at(clock.instant().plus(Machines.GONE).plusSeconds(60));
    operations = new Operations(database, "profiles", later);

    bound("here", later);

    finished("operations/profiles-own");
    assertThat(operations.get("operations/profiles-other").getDone()).isFalse();
  }

  @Test
  void isGone_onlyForWhoLookedWithoutABreak() {
    var later = TestClock.at(clock.instant());
    var machines = new Machines(database, later);
    machines.alive("there");
    var worked = later.instant();
    later.advance(Machines.GONE.multipliedBy(2));
    machines.look();
    assertThat(machines.isGone("there", worked)).isFalse();
    later.advance(Machines.GONE.multipliedBy(2));
    machines.look();
    assertThat(machines.isGone("there", worked)).isFalse();

    operations = new Operations(database, "profiles", later);
    watch(later);

    assertThat(operations.machines().isGone("there", worked)).isTrue();
    operations.machines().alive("there");
    assertThat(operations.machines().isGone("there", worked)).isFalse();
  }

  /** Looks for longer than a machine may be silent. */
  private void watch(TestClock later) {
    for (int minute = 0; minute <= Machines.GONE.toMinutes() + 1; minute++) {
      operations.machines().look();
      later.advance(Duration.ofMinutes(1));
    }
  }

  private void bound(String machine, Clock clock) {
    var leasing =
        new Leasing(new MongoLeases(database, clock), machine, Duration.ofSeconds(30), clock);
    var runner = new OperationRunner(operations, "profiles", leasing, List.of(new Bound(machine)));
    runners.add(runner);
    runner.start();
  }

  /** Work that needs its machine. */
  private record Bound(String machine) implements Work {
    @Override
    public String kind() {
      return "load";
    }

    @Override
    public boolean isHere(Map<String, String> payload) {
      return machine.equals(boundTo(payload));
    }

    @Override
    public String boundTo(Map<String, String> payload) {
      return payload.getOrDefault("machine", "");
    }

    @Override
    public Message run(Run run) {
      return Int64Value.of(1);
    }
  }

  @Test
  void look_letsSlowOnesOfOneKind_keepNoOtherKindWaiting() {
    var begun = new AtomicInteger();
    var release = new CountDownLatch(1);
    var pull =
        work(
            "pull",
            _ -> {
              begun.incrementAndGet();
              awaitQuietly(release);
              return Int64Value.of(1);
            });
    for (int i = 0; i < 3; i++) {
      operations.start("pull", "slow-" + i, Map.of());
    }
    operations.start("load", "quick", Map.of());

    run("a", List.of(pull, work("load", _ -> Int64Value.of(2))));

    assertThat(finished("operations/profiles-quick").hasResponse()).isTrue();
    assertThat(begun.get()).isLessThanOrEqualTo(2);
    assertThat(stub.getOperation(get("operations/profiles-slow-2")).getDone()).isFalse();
    release.countDown();
    assertThat(finished("operations/profiles-slow-2").hasResponse()).isTrue();
    assertThat(begun.get()).isEqualTo(3);
  }

  private static void awaitQuietly(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void run_thatIsRefused_failsInTheCallersLanguage_andCanBeginAgain() {
    var first = new AtomicBoolean(true);
    run(
        "a",
        run -> {
          if (first.getAndSet(false)) {
            throw InvalidFields.of("file", "FILE_EMPTY", Map.of());
          }
          return Int64Value.of(1);
        });
    operations.start("load", "i1", Map.of());

    var failed = finished("operations/profiles-i1");

    assertThat(failed.getError().getCode()).isEqualTo(3);
    assertThat(failed.getError().getMessage()).startsWith("The file is empty");
    var vietnamese =
        OperationsServiceGrpc.newBlockingStub(server.as(DATA, Locale.of("vi")))
            .getOperation(get("operations/profiles-i1"));
    assertThat(vietnamese.getError().getMessage()).startsWith("Tệp trống");
    operations.start("load", "i1", Map.of());
    assertThat(finished("operations/profiles-i1").hasError()).isFalse();
  }

  @Test
  void run_thatWasInterrupted_isTakenUpFromItsCheckpoint() {
    operations.start("load", "i1", Map.of());
    // As a killed instance leaves it: claimed, reported, its lease run out.
    var dead = new MongoLeases(database, Clock.offset(clock, Duration.ofMinutes(-5)));
    var lease = dead.take("operations/profiles-i1", "dead", Duration.ofSeconds(30)).orElseThrow();
    var claimed = operations.documents().claim("operations/profiles-i1", lease.fence());
    assertThat(claimed).isPresent();
    operations
        .documents()
        .report("operations/profiles-i1", lease.fence(), Progress.NONE, Map.of("line", "7"), true);

    run("b", run -> Int64Value.of(Long.parseLong(run.checkpoint().get("line"))));

    assertThat(finished("operations/profiles-i1").hasResponse()).isTrue();
    var late = operations.documents();
    assertThat(late.report("operations/profiles-i1", lease.fence(), Progress.NONE, Map.of(), true))
        .isEmpty();
  }

  @Test
  void cancel_stopsARunAtItsNextReport() {
    var begun = new CountDownLatch(1);
    run(
        "a",
        run -> {
          while (true) {
            run.report(new Progress(1, 1, 0, 0, 0), Map.of());
            begun.countDown();
          }
        });
    operations.start("load", "i1", Map.of());
    await().until(() -> begun.getCount() == 0);

    stub.cancelOperation(
        CancelOperationRequest.newBuilder().setName("operations/profiles-i1").build());

    assertThat(finished("operations/profiles-i1").getError().getCode()).isEqualTo(1);
  }

  @Test
  void list_pagesThroughAll_newestFirst() {
    for (int i = 0; i < 5; i++) {
      operations.start("other", "i" + i, Map.of());
    }
    var first = stub.listOperations(ListOperationsRequest.newBuilder().setPageSize(3).build());
    var second =
        stub.listOperations(
            ListOperationsRequest.newBuilder()
                .setPageSize(3)
                .setPageToken(first.getNextPageToken())
                .build());

    assertThat(first.getOperationsCount()).isEqualTo(3);
    assertThat(second.getOperationsList()).extracting(Operation::getName).hasSize(2);
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void get_ofNone_isNotFound() {
    assertThatThrownBy(() -> stub.getOperation(get("operations/profiles-none")))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("NOT_FOUND");
  }

  private Operation finished(String name) {
    return await().until(() -> stub.getOperation(get(name)), Operation::getDone);
  }

  private static GetOperationRequest get(String name) {
    return GetOperationRequest.newBuilder().setName(name).build();
  }

  private void run(String holder, Function<Run, Message> body) {
    run(holder, List.of(work("load", body)));
  }

  private void run(String holder, List<Work> works) {
    var leasing =
        new Leasing(new MongoLeases(database, clock), holder, Duration.ofSeconds(30), clock);
    var runner = new OperationRunner(operations, "profiles", leasing, works);
    runners.add(runner);
    runner.start();
  }

  private static Work work(String kind, Function<Run, Message> body) {
    return new Work() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Message run(Run run) {
        return body.apply(run);
      }
    };
  }
}
