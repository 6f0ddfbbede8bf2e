package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits flipped and files cut: the store refuses to open, fails to read, or answers rightly. */
class DamagedFilesTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int ROUNDS = FULL ? 200 : 15;
  private static final int ALL = 3_000;

  @TempDir Path folder;
  private final Random random = new Random(11);
  private final List<Document> expected =
      IntStream.range(0, ALL)
          .mapToObj(i -> doc("_id", i, "key", "k" + i, "group", i % 7, "text", "x" + i * 31))
          .toList();
  private int refused;
  private int failed;
  private int right;

  @BeforeEach
  void fill() {
    try (EmbeddedMongo store = open(folder.resolve("sound"));
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("d").getCollection("c");
      c.createIndex(doc("key", 1), new IndexOptions().unique(true));
      c.createIndex(doc("group", 1));
      c.insertMany(expected);
    }
  }

  private static EmbeddedMongo open(Path directory) {
    return EmbeddedMongo.open(directory, EmbeddedMongo.Options.defaults());
  }

  @Test
  void damaged_neverAnswersWrong() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Path copy = folder.resolve("copy" + round);
      copy(folder.resolve("sound"), copy);
      damage(copy, round % 2 == 0);
      judge(copy);
      TemporaryFolder.delete(copy);
    }
    System.out.printf(
        "FIGURE store.damaged %d refused, %d failed to read, %d right, 0 wrong%n",
        refused, failed, right);
    assertThat(refused + failed + right).isEqualTo(ROUNDS);
    assertThat(refused + failed).isPositive();
  }

  private void judge(Path copy) {
    try (EmbeddedMongo store = open(copy);
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("d").getCollection("c");
      List<Document> found = c.find().into(new ArrayList<>());
      long group = c.countDocuments(doc("group", 3));
      Document one = c.find(doc("key", "k77")).first();
      assertThat(found).isEqualTo(expected);
      assertThat(group).isEqualTo(expected.stream().filter(d -> d.get("group").equals(3)).count());
      assertThat(one).isEqualTo(expected.get(77));
      right++;
    } catch (StoreDamaged e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      refused++;
    } catch (MongoException e) {
      failed++;
    }
  }

  private void damage(Path copy, boolean flip) throws IOException {
    List<Path> files;
    try (var all = Files.walk(copy)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(each -> each.toFile().length() > 0)
              .filter(each -> !each.getFileName().toString().matches("LOG.*|LOCK|OPTIONS.*"))
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    int at = random.nextInt(bytes.length);
    if (flip) {
      bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, bytes);
    } else {
      Files.write(file, Arrays.copyOf(bytes, at));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
