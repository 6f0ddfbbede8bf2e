package org.masterplan.platform.operation;

import com.google.protobuf.Any;
import com.mongodb.MongoException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.platform.call.Caller;
import org.masterplan.platform.lease.LeaseLost;
import org.masterplan.platform.lease.Leasing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the open operations of this service, each under a lease of its own: an operation whose
 * instance died is taken up by the next one that looks. At most two of a kind at once, so that slow
 * ones of one kind keep no other kind waiting.
 */
public final class OperationRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OperationRunner.class);
  private static final int MAX_OF_A_KIND = 2;

  /** So often it may break off without coming further. */
  private static final int MAX_ATTEMPTS = 5;

  private static final int PAGE = 50;

  private final OperationDocuments documents;
  private final Machines machines;
  private final String service;
  private final Leasing leasing;
  private final Map<String, Work> works;

  /** Kinds of the operations under way, by name. */
  private final Map<String, String> running = new ConcurrentHashMap<>();

  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("operations").factory());
  private volatile boolean started;

  public OperationRunner(Operations operations, String service, Leasing leasing, List<Work> works) {
    this.documents = operations.documents();
    this.machines = operations.machines();
    this.service = service;
    this.leasing = leasing;
    this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    operations.whenStarted(this::wake);
  }

  /** Begins to look for open operations; until then those that are asked for wait. */
  public void start() {
    started = true;
    clockwork.scheduleWithFixedDelay(this::look, 0, 2, TimeUnit.SECONDS);
  }

  private void wake() {
    if (started && !clockwork.isShutdown()) {
      clockwork.execute(this::look);
    }
  }

  private void look() {
    try {
      works.values().forEach(work -> machines.alive(work.machine()));
      OperationDocument last = null;
      List<OperationDocument> page;
      do {
        page = documents.open(kindsWithRoom(), last, PAGE);
        machines.look();
        page.forEach(this::takeUp);
        last = page.isEmpty() ? null : page.getLast();
      } while (page.size() == PAGE);
    } catch (MongoException e) {
      log.warn("operations: the store is away: {}", e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      // A task that throws would never be run again.
      log.error("operations could not be looked for", e);
    }
  }

  /** Of the others nothing is read, however many wait. */
  private List<String> kindsWithRoom() {
    return works.keySet().stream().filter(this::hasRoom).toList();
  }

  private boolean hasRoom(String kind) {
    return Collections.frequency(running.values(), kind) < MAX_OF_A_KIND;
  }

  /** What belongs to another machine is left to it, unless that machine is gone. */
  private void takeUp(OperationDocument operation) {
    var work = works.get(operation.kind());
    if (work == null || !hasRoom(work.kind())) {
      return;
    }
    if (work.isHere(operation.payload())) {
      begin(operation, (run, attempts) -> finish(run, work, attempts));
    } else if (machines.isGone(machine(work, operation), operation.times().updated())) {
      begin(operation, (run, _) -> fail(run, gone(machine(work, operation))));
    }
  }

  private static String machine(Work work, OperationDocument operation) {
    return work.boundTo(operation.payload());
  }

  private static Unavailable gone(String machine) {
    return new Unavailable(
        "OPERATION_MACHINE_GONE",
        Map.of("machine", machine, "minutes", "" + Machines.GONE.toMinutes()));
  }

  private interface Ending {
    void run(StoredRun run, int attempts);
  }

  private void begin(OperationDocument operation, Ending ending) {
    var name = operation.name();
    if (running.putIfAbsent(name, operation.kind()) == null) {
      Thread.ofVirtual()
          .name(name)
          .start(
              () -> {
                try {
                  leasing.run(name, held -> run(name, ending, held));
                } catch (RuntimeException e) {
                  log.error("{} was interrupted and will be taken up again", name, e);
                } finally {
                  running.remove(name);
                }
              });
    }
  }

  private void run(String name, Ending ending, Leasing.Held held) {
    var claimed = documents.claim(name, held.fence());
    if (claimed.isPresent()) {
      var run = new StoredRun(documents, claimed.get(), held);
      Caller.runAsService(service, () -> ending.run(run, claimed.get().attempts()));
    }
  }

  private void finish(StoredRun run, Work work, int attempts) {
    try {
      if (attempts > MAX_ATTEMPTS) {
        throw new Unavailable("OPERATION_GAVE_UP", Map.of("attempts", "" + (attempts - 1)));
      }
      var response = work.run(run);
      documents.done(run.name(), run.fence(), Any.pack(response).toByteArray());
    } catch (OperationCancelled _) {
      documents.cancelled(run.name(), run.fence());
    } catch (LeaseLost lost) {
      throw lost;
    } catch (Refusal refusal) {
      fail(run, refusal);
    } catch (MongoException e) {
      log.warn("{}: the store is away; it will be taken up again", run.name(), e);
    } catch (RuntimeException e) {
      var incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      log.error("incident {} in {}", incident, run.name(), e);
      fail(run, new Unavailable("FAULT", Map.of("incident", incident)));
    }
  }

  private void fail(StoredRun run, Refusal refusal) {
    documents.failed(
        run.name(),
        run.fence(),
        Failures.bytes(refusal, java.util.Locale.ENGLISH),
        Failures.bytes(refusal, Caller.VIETNAMESE));
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
