package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of writes, again and again on one store. */
class KillTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int ROUNDS = Integer.getInteger("masterplan.killRounds", FULL ? 30 : 3);
  private static final long ACKNOWLEDGED_BYTES = 20_000;

  @TempDir Path folder;

  @Test
  void kill_losesNoAcknowledgedWrite() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      writeAndKill(round);
      verify();
    }
    long acknowledged = Files.readString(folder.resolve("acknowledged")).lines().count();
    System.out.printf(
        "FIGURE store.kill %d times killed, %d writes acknowledged, 0 lost (30, 0)%n",
        ROUNDS, acknowledged);
  }

  private void writeAndKill(int round) throws Exception {
    Path acknowledged = folder.resolve("acknowledged");
    long before = Files.exists(acknowledged) ? Files.size(acknowledged) : 0;
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.resolve("store").toString(),
                acknowledged.toString(),
                String.valueOf(round))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("writer.log").toFile())
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(10)) // of a machine that has other work, too
          .pollInterval(Duration.ofMillis(20))
          .until(() -> hasGrown(writer, acknowledged, before));
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private boolean hasGrown(Process writer, Path acknowledged, long before) throws IOException {
    assertThat(writer.isAlive()).as(Files.readString(folder.resolve("writer.log"))).isTrue();
    return Files.exists(acknowledged) && Files.size(acknowledged) > before + ACKNOWLEDGED_BYTES;
  }

  private void verify() throws IOException {
    Acknowledged expected = Acknowledged.read(folder.resolve("acknowledged"));
    var options = EmbeddedMongo.Options.defaults();
    try (EmbeddedMongo store = EmbeddedMongo.open(folder.resolve("store"), options);
        MongoClient client = MongoClients.create(store.connectionString())) {
      Map<String, Integer> found = new HashMap<>();
      for (Document each : client.getDatabase("k").getCollection("t").find()) {
        found.put(each.getString("_id"), each.getInteger("n"));
      }
      expected.verify(found);
      assertThat(store.check()).isEmpty();
    }
  }

  /** What the writer was told is stored; of a deletion under way when it died, nothing is known. */
  private record Acknowledged(Map<String, Integer> present, Set<String> deleted) {
    static Acknowledged read(Path file) throws IOException {
      Acknowledged all = new Acknowledged(new HashMap<>(), new HashSet<>());
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1); // the last line may be cut
      List<String[]> lines = whole.lines().map(line -> line.split(" ")).toList();
      lines.forEach(all::apply);
      return all;
    }

    private void apply(String[] line) {
      switch (line[0]) {
        case "I" -> present.put(line[1], 0);
        case "U" -> present.put(line[1], Integer.parseInt(line[2]));
        case "?" -> present.remove(line[1]);
        case "D" -> deleted.add(line[1]);
        default -> throw new IllegalStateException(line[0]);
      }
    }

    void verify(Map<String, Integer> found) {
      assertThat(found.keySet()).containsAll(present.keySet());
      assertThat(found.keySet()).doesNotContainAnyElementsOf(deleted);
      present.forEach((id, n) -> assertThat(found.get(id)).as(id).isGreaterThanOrEqualTo(n));
    }
  }
}
