package org.masterplan.allinone.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.embeddedmongo.EmbeddedMongo;

/** From one server to another. */
class MigrationTest {
  private static final int MANY = 1_234;
  private EmbeddedMongo here;
  private EmbeddedMongo there;
  private MongoClient from;
  private MongoClient to;

  @BeforeEach
  void open() {
    here = EmbeddedMongo.inTemporaryFolder();
    there = EmbeddedMongo.inTemporaryFolder();
    from = MongoClients.create(here.connectionString());
    to = MongoClients.create(there.connectionString());
    var people = from.getDatabase("a").getCollection("people");
    people.insertMany(
        IntStream.range(0, MANY)
            .mapToObj(i -> new Document("_id", "p" + i).append("n", i))
            .toList());
    people.insertOne(new Document("_id", new ObjectId()).append("n", 5_000L));
    people.insertOne(new Document("_id", 7).append("list", List.of(1, "đ", new Document("x", 1))));
    people.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true).sparse(true));
    from.getDatabase("b").getCollection("none").createIndex(Indexes.descending("at"));
  }

  @AfterEach
  void close() {
    from.close();
    to.close();
    here.close();
    there.close();
  }

  private List<Migration.Moved> run() throws Migration.Different {
    return new Migration(from, to).run(each -> {});
  }

  private static List<Document> all(MongoClient client) {
    return client.getDatabase("a").getCollection("people").find().into(new ArrayList<>());
  }

  @Test
  void run_movesDocumentsAndIndexes() throws Exception {
    var moved = run();

    assertThat(moved).extracting(Migration.Moved::name).containsExactly("a.people", "b.none");
    assertThat(moved.getFirst().sent()).isEqualTo(MANY + 2);
    assertThat(all(to)).isEqualTo(all(from));
    assertThat(specifications(to)).isEqualTo(specifications(from));
    assertThat(to.getDatabase("b").getCollection("none").listIndexes()).hasSize(2);
    assertThat(to.getDatabase("a").listCollectionNames()).containsExactly("people");
  }

  private static List<Document> specifications(MongoClient client) {
    return client.getDatabase("a").getCollection("people").listIndexes().into(new ArrayList<>());
  }

  @Test
  void run_again_sendsNothing() throws Exception {
    run();

    assertThat(run()).extracting(Migration.Moved::sent).containsExactly(0L, 0L);
  }

  @Test
  void run_cutShort_goesOn() throws Exception {
    from.getDatabase("a").getCollection("z").insertOne(new Document("_id", 1));
    assertThatThrownBy(
            () ->
                new Migration(from, to)
                    .run(
                        each -> {
                          throw new IllegalStateException("cut");
                        }))
        .hasMessage("cut");
    to.getDatabase("a").getCollection("people").deleteOne(new Document("_id", "p3"));
    to.getDatabase("a")
        .getCollection("people")
        .updateOne(new Document("_id", "p4"), new Document("$set", new Document("n", -4)));

    assertThat(run()).extracting(Migration.Moved::sent).containsExactly(2L, 1L, 0L);
    assertThat(all(to)).isEqualTo(all(from));
  }

  @Test
  void run_intoSomethingElse_isRefused_andChangesNothing() {
    MongoCollection<Document> people = to.getDatabase("a").getCollection("people");
    people.insertOne(new Document("_id", "mine"));

    assertThatThrownBy(this::run)
        .isInstanceOfSatisfying(
            Migration.Different.class, e -> assertThat(e.name()).isEqualTo("a.people"));
    assertThat(people.find()).hasSize(1);
  }

  @Test
  void run_whereMoreIsThereInTheEnd_isDifferent() throws Exception {
    assertThatThrownBy(
            () ->
                new Migration(from, to)
                    .run(
                        each -> {
                          throw new IllegalStateException("cut");
                        }))
        .hasMessage("cut");
    to.getDatabase("a").getCollection("people").insertOne(new Document("_id", "more"));

    assertThatThrownBy(this::run).isInstanceOf(Migration.Different.class);
  }
}
