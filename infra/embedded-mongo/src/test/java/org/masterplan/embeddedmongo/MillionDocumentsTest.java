package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of a big collection: documents of 1 KB with 7 indexes, one client. Printed is what
 * the driver waits, and, as {@code server}, what a client waits that neither writes nor reads BSON;
 * nothing is asserted about time.
 */
class MillionDocumentsTest {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int ALL =
      Integer.getInteger("masterplan.benchmarkDocuments", FULL ? 1_000_000 : 5_000);
  private static final int QUERIES = FULL ? 5_000 : 50;
  private static final int BATCH = 1_000;
  private static final long START = 1_700_000_000_000L;
  private static final String TEXT = "0123456789".repeat(70);

  @TempDir Path folder;
  private final Random random = new Random(1);

  @Test
  void figures() throws IOException {
    long before = System.nanoTime();
    try (EmbeddedMongo store = open();
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("b").getCollection("t");
      load(c);
      print("load", "%.0f documents/s (20000)".formatted(ALL / seconds(before)));
      query(c);
      try (RawClient raw = new RawClient(store)) {
        server(raw);
      }
    }
    print("memory", "%s at most, client and server in one process".formatted(peak()));
    long closed = System.nanoTime();
    try (EmbeddedMongo store = open();
        MongoClient client = MongoClients.create(store.connectionString())) {
      assertThat(client.getDatabase("b").getCollection("t").estimatedDocumentCount())
          .isEqualTo(ALL);
      print("reopen", "%.1f s (5)".formatted(seconds(closed)));
    }
    try (var files = Files.walk(folder)) {
      long bytes = files.mapToLong(each -> each.toFile().length()).sum();
      print("disk", "%.0f MB".formatted(bytes / 1e6));
    }
  }

  private static String peak() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private EmbeddedMongo open() {
    return EmbeddedMongo.open(folder, EmbeddedMongo.Options.defaults());
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void print(String name, String value) {
    System.out.printf("FIGURE store.%d.%s %s%n", ALL, name, value);
  }

  private static void load(MongoCollection<Document> c) {
    c.createIndex(doc("email", 1), new IndexOptions().unique(true));
    c.createIndex(doc("unit", 1, "at", -1));
    c.createIndex(doc("state", 1, "score", 1));
    for (String field : List.of("name", "tags", "at")) {
      c.createIndex(doc(field, 1));
    }
    for (int from = 0; from < ALL; from += BATCH) {
      c.insertMany(
          IntStream.range(from, from + BATCH).mapToObj(MillionDocumentsTest::document).toList(),
          new InsertManyOptions().ordered(false));
    }
  }

  private static Document document(int i) {
    return doc("_id", id(i), "revision", 1L, "email", "p%07d@example.test".formatted(i))
        .append("unit", "u" + i % 50)
        .append("at", new Date(START + i * 1_000L))
        .append("name", "nguyen van %06d".formatted(i * 7_919L % 1_000_000))
        .append("state", i % 5 == 0 ? "CLOSED" : "OPEN")
        .append("score", i * 31 % 1_000)
        .append("tags", List.of("t" + i % 100, "g" + i % 7))
        .append("body", doc("title", "Title " + i, "about", TEXT));
  }

  private static String id(int i) {
    return "communities/c%07d".formatted(i);
  }

  private void query(MongoCollection<Document> c) {
    measure("point", () -> c.find(eq("_id", id(random.nextInt(ALL)))));
    measure("unique", () -> c.find(eq("email", document(random.nextInt(ALL)).get("email"))));
    measure("revision", () -> c.find(and(eq("_id", id(random.nextInt(ALL))), eq("revision", 1L))));
    measure("page", () -> c.find(page()).sort(doc("at", -1)).limit(50).batchSize(51));
    measure("prefix", () -> c.find(regex("name", prefix())).limit(50));
  }

  private void server(RawClient raw) throws IOException {
    server(raw, "point", () -> find(eq("_id", id(random.nextInt(ALL)))));
    server(raw, "page", () -> find(page()).append("sort", new BsonDocument("at", minusOne())));
    server(raw, "prefix", () -> find(regex("name", prefix())));
  }

  private static BsonInt32 minusOne() {
    return new BsonInt32(-1);
  }

  private static BsonDocument find(Bson filter) {
    return new BsonDocument("find", new BsonString("t"))
        .append("filter", filter.toBsonDocument())
        .append("limit", new BsonInt32(50))
        .append("batchSize", new BsonInt32(51))
        .append("$db", new BsonString("b"));
  }

  private void server(RawClient raw, String name, Supplier<BsonDocument> command)
      throws IOException {
    BsonDocument reply = raw.reply(RawClient.message(command.get()));
    assertThat(reply.getNumber("ok").intValue()).as("%s: %s", name, reply).isEqualTo(1);
    long[] nanos = new long[QUERIES];
    for (int i = -QUERIES / 5; i < QUERIES; i++) {
      byte[] message = RawClient.message(command.get());
      long before = System.nanoTime();
      assertThat(raw.call(message)).isPositive();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - before;
      }
    }
    print(name + ".server", nanos);
  }

  private String prefix() {
    return "^nguyen van %04d".formatted(random.nextInt(10_000));
  }

  private Bson page() {
    return and(
        eq("unit", "u" + random.nextInt(50)),
        lt("at", new Date(START + (50L + random.nextInt(ALL)) * 1_000)));
  }

  private void measure(String name, Supplier<FindIterable<Document>> query) {
    long[] nanos = new long[QUERIES];
    for (int i = -QUERIES / 5; i < QUERIES; i++) {
      FindIterable<Document> asked = query.get();
      long before = System.nanoTime();
      List<Document> found = asked.into(new ArrayList<>());
      if (i >= 0) {
        nanos[i] = System.nanoTime() - before;
      }
      assertThat(found.isEmpty() && ALL >= 1_000_000).isFalse();
    }
    print(name, nanos);
  }

  private static void print(String name, long[] nanos) {
    Arrays.sort(nanos);
    print(
        name,
        "p50 %.2f ms, p99 %.2f ms (1, 10)"
            .formatted(nanos[QUERIES / 2] / 1e6, nanos[QUERIES * 99 / 100] / 1e6));
  }
}
