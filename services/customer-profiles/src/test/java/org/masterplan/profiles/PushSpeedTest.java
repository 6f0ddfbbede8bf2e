package org.masterplan.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.kernel.ResourceName;
import org.masterplan.platform.testkit.Figures;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.profiles.identity.engine.DemoRecords;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.v1.BatchUpsertRecordsRequest;
import org.masterplan.profiles.v1.BatchUpsertRecordsResponse.Result.Outcome;
import org.masterplan.profiles.v1.SourceServiceGrpc;

/** What one pushed record costs, pushed alone: commands to the store, and time. */
class PushSpeedTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final int MOST = 5;

  @TempDir Path folder;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  @Test
  void recordsPushedOneByOne_costAtMostFiveWritesEach() throws Exception {
    var demo = DemoRecords.of(FULL ? 3000 : 1000, folder);
    var all = new ArrayList<>(demo.records());
    Collections.shuffle(all, new Random(42));
    var shuffled = FULL ? all : all.subList(0, 200);
    var fresh = MongoTestServer.database("profiles").getName();
    try (var client = MongoTestServer.watched(listening());
        var f =
            new ProfilesFixture(
                folder,
                new StoredProfiles(client.getDatabase(fresh), (_, _) -> new ExactMatching()))) {
      shuffled.stream().map(r -> r.name().source()).distinct().forEach(s -> register(f, s));
      var service = SourceServiceGrpc.newBlockingStub(f.grpc.as(ProfilesFixture.SERVICE));
      var times = new long[shuffled.size()];
      long most = 0;
      long sent = 0;
      for (int n = 0; n < times.length; n++) {
        commands.clear();
        var request = request(shuffled.get(n));
        long began = System.nanoTime();
        var answer = service.batchUpsertRecords(request);
        times[n] = System.nanoTime() - began;
        assertThat(answer.getResults(0).getOutcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(answer.getResults(0).getProfile()).startsWith("profiles/");
        most = Math.max(most, commands.stream().filter(WRITES::contains).count());
        sent += commands.size();
      }
      tell(times, most, (double) sent / times.length);
      assertThat(most).isLessThanOrEqualTo(MOST);
    }
  }

  private static void tell(long[] times, long most, double commands) {
    double seconds = Arrays.stream(times).sum() / 1e9;
    Arrays.sort(times);
    Figures.print("push.writes", most, "writes for a record pushed alone", "at most " + MOST);
    Figures.print("push.commands", commands, "commands a record", "no bound");
    Figures.print("push.records", times.length, "records", "no bound");
    Figures.print("push.rate", times.length / seconds, "records/s", "floor 200, goal 500");
    Figures.print("push.p50", times[times.length / 2] / 1e6, "ms", "no bound");
    Figures.print("push.p99", times[times.length * 99 / 100] / 1e6, "ms", "goal 50");
  }

  private CommandListener listening() {
    return new CommandListener() {
      @Override
      public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommandName());
      }
    };
  }

  /** Cells stand under the names of the fields, as they were read once already. */
  private static void register(ProfilesFixture f, String source) {
    var fields = new java.util.LinkedHashMap<String, ColumnMapping>();
    org.masterplan.profiles.dictionary.domain.Dictionary.FIELDS.forEach(
        field -> fields.put(field, ColumnMapping.given(field, "")));
    var described = new Source.Description(source, "", "", List.of(), "", "", "", 0);
    f.stored.register.register(
        new ResourceName("sources", source),
        described,
        new Mapping("id", fields, false),
        ProfilesFixture.DATA);
  }

  private static BatchUpsertRecordsRequest request(SourceRecord record) {
    var request =
        BatchUpsertRecordsRequest.newBuilder().setParent("sources/" + record.name().source());
    request.addRowsBuilder().putAllCells(record.values()).putCells("id", record.name().id());
    return request.build();
  }
}
