package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));
  private static final int READS = FULL ? 100_000 : 10_000;

  private StoreFixture store;

  @BeforeEach
  void open() {
    store = new StoreFixture();
  }

  @AfterEach
  void close() {
    assertThat(store.store().check()).isEmpty();
    store.close();
  }

  private interface Work {
    void run(int thread) throws Exception;
  }

  private static void inParallel(Work work) throws Exception {
    try (var executor = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        Callable<Boolean> call =
            () -> {
              work.run(thread);
              return true;
            };
        running.add(executor.submit(call));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  @Test
  void cappedIncrement_grantsExactlyTheCap() throws Exception {
    MongoCollection<Document> c = store.collection(doc("_id", 1, "n", 0));
    AtomicInteger granted = new AtomicInteger();

    inParallel(
        thread -> {
          for (int i = 0; i < 100; i++) {
            if (c.findOneAndUpdate(and(eq("_id", 1), lt("n", 300)), Updates.inc("n", 1)) != null) {
              granted.incrementAndGet();
            }
          }
        });

    assertThat(granted).hasValue(300);
    System.out.printf("FIGURE store.capped %d of 800 granted by 8 threads (300)%n", granted.get());
    assertThat(c.find().first()).isEqualTo(doc("_id", 1, "n", 300));
  }

  @Test
  void uniqueUpserts_neverDouble() throws Exception {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("key", 1), new IndexOptions().unique(true));

    inParallel(
        thread -> {
          for (int i = 0; i < 100; i++) {
            c.updateOne(eq("key", "k" + i), Updates.inc("n", 1), new UpdateOptions().upsert(true));
          }
        });

    assertThat(c.countDocuments()).isEqualTo(100);
    assertThat(c.countDocuments(eq("n", THREADS))).isEqualTo(100);
    System.out.printf(
        "FIGURE store.upserts %d documents of %d unique upserts by 8 threads (100)%n",
        c.countDocuments(), THREADS * 100);
  }

  @Test
  void uniqueInserts_oneWins() throws Exception {
    MongoCollection<Document> c = store.collection();
    c.createIndex(doc("key", 1), new IndexOptions().unique(true));
    AtomicInteger won = new AtomicInteger();

    inParallel(
        thread -> {
          for (int i = 0; i < 100; i++) {
            try {
              c.insertOne(doc("_id", thread + "-" + i, "key", i));
              won.incrementAndGet();
            } catch (MongoWriteException e) {
              assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            }
          }
        });

    assertThat(won).hasValue(100);
    assertThat(c.countDocuments()).isEqualTo(100);
  }

  @Test
  void reads_racingUpdates_seeWholeDocuments() throws Exception {
    MongoCollection<Document> c = store.collection();
    String text = "x".repeat(2_000);
    for (int i = 0; i < 20; i++) {
      c.insertOne(doc("_id", i, "a", 0, "b", 0, "text", text));
    }
    c.createIndex(doc("a", 1));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();

    inParallel(
        thread -> {
          if (thread < 2) {
            update(c, stop);
          } else {
            read(c, thread, reads);
            stop.set(true);
          }
        });

    assertThat(reads.get()).isGreaterThanOrEqualTo(READS);
    System.out.printf(
        "FIGURE store.reads %d documents read beside updates, 0 torn or failed (100000, 0)%n",
        reads.get());
  }

  private static void update(MongoCollection<Document> c, AtomicBoolean stop) {
    for (int n = 1; !stop.get(); n++) {
      Document change = doc("a", n, "b", n, "extra" + n % 5, "y".repeat(n % 700));
      c.updateOne(eq("_id", n % 20), doc("$set", change, "$unset", doc("extra" + (n + 1) % 5, "")));
    }
  }

  private static void read(MongoCollection<Document> c, int thread, AtomicInteger reads) {
    while (reads.get() < READS) {
      List<Document> found =
          (thread % 2 == 0 ? c.find() : c.find(gte("a", 0)).sort(doc("a", 1)))
              .into(new ArrayList<>());
      assertThat(found).hasSize(20);
      assertThat(found).allSatisfy(each -> assertThat(each.get("a")).isEqualTo(each.get("b")));
      assertThat(thread % 2 == 0 || isSorted(found)).isTrue();
      reads.addAndGet(found.size());
    }
  }

  private static boolean isSorted(List<Document> found) {
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i - 1).getInteger("a") > found.get(i).getInteger("a")) {
        return false;
      }
    }
    return true;
  }

  @Test
  void indexCreation_racingItselfAndWrites() throws Exception {
    inParallel(
        thread -> {
          for (int i = 0; i < 10; i++) {
            MongoCollection<Document> c = store.database.getCollection("raced" + i);
            c.insertOne(doc("_id", thread, "same", thread, "own" + thread, List.of(1, 2)));
            c.createIndex(doc("same", 1));
            c.createIndex(doc("own" + thread, 1));
          }
        });

    for (int i = 0; i < 10; i++) {
      MongoCollection<Document> c = store.database.getCollection("raced" + i);
      assertThat(c.countDocuments()).isEqualTo(THREADS);
      assertThat(c.listIndexes()).hasSize(THREADS + 2);
      assertThat(c.countDocuments(gte("same", 0))).isEqualTo(THREADS);
    }
    System.out.printf(
        "FIGURE store.indexes %d indexes made by 8 threads at once, 0 wrong%n", 10 * (THREADS + 1));
  }
}
