package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.dictionary.domain.Dictionary;
import org.masterplan.profiles.identity.app.Matching;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.People;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result.Outcome;
import org.masterplan.profiles.v1.SourceServiceGrpc;

/** Records pushed one in a call through the service, and what each costs: commands and time. */
final class PushedRecords implements AutoCloseable {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private final AtomicLong commands = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final MongoClient client;
  final ProfilesFixture fixture;
  private final SourceServiceGrpc.SourceServiceBlockingStub service;

  /**
   * What pushes cost.
   *
   * @param nanos of each, shortest first
   * @param mostWrites of one; of several at once it is not known whose a write is
   * @param commands of all
   * @param seconds from the first to the last
   */
  record Costs(long[] nanos, long mostWrites, long commands, double seconds) {
    double rate() {
      return nanos.length / seconds;
    }

    double commandsEach() {
      return (double) commands / nanos.length;
    }

    void tell(String name) {
      Figures.print(name + ".records", nanos.length, "records", "no bound");
      Figures.print(name + ".commands", commandsEach(), "commands a record", "no bound");
      Figures.print(name + ".rate", rate(), "records/s", "floor 200, goal 500");
      Figures.print(name + ".p50", nanos[nanos.length / 2] / 1e6, "ms", "no bound");
      Figures.print(name + ".p99", nanos[nanos.length * 99 / 100] / 1e6, "ms", "goal 50");
    }
  }

  /** Over an empty database. */
  PushedRecords(Path folder) {
    this(folder, (_, _) -> new ExactMatching());
  }

  /** The same, matched in another way. */
  PushedRecords(Path folder, BiFunction<Models, People, Matching> matched) {
    var fresh = MongoTestServer.database("profiles").getName();
    client = MongoTestServer.watched(listening());
    var stored = new StoredProfiles(client.getDatabase(fresh), matched);
    fixture = new ProfilesFixture(folder, stored);
    service = SourceServiceGrpc.newBlockingStub(fixture.grpc.as(ProfilesFixture.SERVICE));
  }

  /** So many people, each a profile, that are there before. */
  void settle(int people) {
    for (int from = 0; from < people; from += 1000) {
      var batch = new ArrayList<SourceRecord>(1000);
      for (int person = from; person < Math.min(people, from + 1000); person++) {
        batch.add(settled(person));
      }
      fixture.stored.records.store(batch);
      fixture.stored.projection.catchUp(fixture.stored.identity.resolve(batch, "loader"));
    }
  }

  private SourceRecord settled(int person) {
    var values = new LinkedHashMap<String, String>();
    values.put(Dictionary.FULL_NAME, "Nguyễn Văn N" + Integer.toString(person, 36));
    values.put(Dictionary.PHONE, "+843%08d".formatted(person));
    values.put(Dictionary.EMAIL, "p" + person + "@settled.example");
    var content = new SourceRecord.Content(values, values);
    var now = fixture.stored.clock.instant();
    return new SourceRecord(
        fixture.stored.numbers.incrementAndGet(),
        new RecordName("settled", "r" + person),
        1,
        content,
        new SourceRecord.Origin("load-1", person, now, now));
  }

  /** Makes the sources that these records are of. */
  void register(List<SourceRecord> records) {
    records.stream().map(r -> r.name().source()).distinct().forEach(this::register);
  }

  /** Cells stand under the names of the fields, as they were read once already. */
  private void register(String source) {
    var fields = new LinkedHashMap<String, ColumnMapping>();
    Dictionary.FIELDS.forEach(field -> fields.put(field, ColumnMapping.given(field, "")));
    var described = new Source.Description(source, "", "", List.of(), "", "", "", 0);
    fixture.stored.register.register(
        new ResourceName("sources", source),
        described,
        new Mapping("id", fields, false),
        ProfilesFixture.DATA);
  }

  /** Pushes these by one client, each after the answer to the last. */
  Costs alone(List<SourceRecord> records) {
    return together(records, 1);
  }

  /** Pushes these by so many clients at once. */
  Costs together(List<SourceRecord> records, int clients) {
    var next = new AtomicInteger();
    var nanos = new long[records.size()];
    var most = new AtomicLong();
    long before = commands.get();
    long began = System.nanoTime();
    Callable<Void> work =
        () -> {
          for (int n = next.getAndIncrement(); n < nanos.length; n = next.getAndIncrement()) {
            long written = writes.get();
            nanos[n] = push(records.get(n));
            most.accumulateAndGet(writes.get() - written, Math::max);
          }
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var done : threads.invokeAll(java.util.Collections.nCopies(clients, work))) {
        done.get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Arrays.sort(nanos);
    return new Costs(nanos, clients == 1 ? most.get() : 0, commands.get() - before, seconds);
  }

  private long push(SourceRecord record) {
    long began = System.nanoTime();
    var answer = push(record.name(), record.values());
    long took = System.nanoTime() - began;
    assertThat(answer.getResults(0).getOutcome()).isEqualTo(Outcome.IMPORTED);
    assertThat(answer.getResults(0).getProfile()).startsWith("profiles/");
    return took;
  }

  /** Pushes what is said of the record of that name. */
  BatchUpsertRecordsResponse push(RecordName name, Map<String, String> values) {
    var request = BatchUpsertRecordsRequest.newBuilder().setParent("sources/" + name.source());
    request.addRowsBuilder().putAllCells(values).putCells("id", name.id());
    return service.batchUpsertRecords(request.build());
  }

  private CommandListener listening() {
    return new CommandListener() {
      @Override
      public void commandStarted(CommandStartedEvent event) {
        commands.incrementAndGet();
        if (WRITES.contains(event.getCommandName())) {
          writes.incrementAndGet();
        }
      }
    };
  }

  @Override
  public void close() {
    fixture.close();
    client.close();
  }
}
