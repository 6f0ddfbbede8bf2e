package org.masterplan.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;

/** Any sequence of writes and queries: the indexed store answers what the plain model answers. */
class DifferentialTest {
  private static final List<String> FIELDS = List.of("a", "b", "c", "n", "k");
  private static StoreFixture store;
  private static ReadersBeside readers;
  private static int tries;

  @BeforeContainer
  static void open() {
    store = new StoreFixture();
    readers = new ReadersBeside();
  }

  @AfterContainer
  static void close() {
    readers.close();
    assertThat(store.store().check()).isEmpty();
    assertThat(readers.answers()).isPositive();
    store.close();
    System.out.printf(
        "FIGURE store.differential %d sequences, %d answers to readers beside, 0 wrong (20000)%n",
        tries, readers.answers());
  }

  /** One step: a write changes both, a query compares both. */
  private interface Step {
    void apply(MongoCollection<Document> stored, History history);
  }

  private record Named(String name, Step step) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void store_answersAsTheModel(
      @ForAll("sequences") List<Named> steps, @ForAll("questions") List<Question> beside)
      throws InterruptedException {
    MongoCollection<Document> stored = store.collection();
    History history = new History();
    stored.createIndex(doc("a", 1));
    stored.createIndex(doc("b", -1, "n", 1));
    stored.createIndex(doc("n", 1, "k", -1));
    stored.createIndex(doc("c", 1), new IndexOptions().sparse(true));

    List<Runnable> writes =
        steps.stream().<Runnable>map(each -> () -> each.step().apply(stored, history)).toList();
    readers.during(stored, history, beside, writes);

    List<Document> expected = history.now().find(new Document());
    assertThat(stored.find().into(new ArrayList<>())).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(stored.estimatedDocumentCount()).isEqualTo(expected.size());
    tries++; // the collection stays: all of them are checked in the end
  }

  @Provide
  Arbitrary<List<Named>> sequences() {
    Arbitrary<Named> step =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, replacements()),
            net.jqwik.api.Tuple.of(3, updates()),
            net.jqwik.api.Tuple.of(1, deletions()),
            net.jqwik.api.Tuple.of(1, bulkDeletions()),
            net.jqwik.api.Tuple.of(1, indexings()),
            net.jqwik.api.Tuple.of(8, queries()));
    return step.list().ofMinSize(1).ofMaxSize(40);
  }

  private static Arbitrary<Integer> someIds() {
    return Arbitraries.integers().between(0, ModelCollection.IDS - 1);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 5).map(Object.class::cast),
        Arbitraries.longs().between(6, 11).map(Object.class::cast),
        Arbitraries.integers().between(0, 5).map(each -> each + 0.5),
        Arbitraries.of("s", "s1", "s2", "s2x", "t", "", "s\0", "Đ").map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        Arbitraries.integers().between(0, 3).map(each -> new Date(each - 1L)));
  }

  // Stored values have one width each: the library takes 3 for 3L and stores no such change.
  private static Arbitrary<Object> limits() {
    return Arbitraries.oneOf(
        scalars(),
        Arbitraries.longs().between(0, 5).map(Object.class::cast),
        Arbitraries.integers().between(6, 11).map(Object.class::cast));
  }

  private static Arbitrary<Object> values() {
    Arbitrary<Object> lists =
        Arbitraries.oneOf(scalars(), Arbitraries.just(null).map(each -> (Object) each))
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(Object.class::cast);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, scalars()),
        net.jqwik.api.Tuple.of(1, Arbitraries.just((Object) null)),
        net.jqwik.api.Tuple.of(2, lists));
  }

  private static Arbitrary<Named> replacements() {
    // Not by flatMap, which would make new arbitraries for each document: half of the time.
    Arbitrary<Document> documents =
        Combinators.combine(
                Arbitraries.maps(Arbitraries.of("a", "b", "c"), values()).ofMaxSize(3),
                Arbitraries.maps(Arbitraries.of("n", "k"), scalars()).ofMaxSize(2))
            .as(
                (base, more) -> {
                  Document all = new Document(base);
                  all.putAll(more);
                  return all;
                });
    return Combinators.combine(someIds(), documents)
        .as(
            (id, document) ->
                new Named(
                    "replace " + id + " " + document,
                    (stored, history) -> {
                      Document whole = new Document(document).append("_id", id);
                      history.begin(model -> model.put(whole));
                      stored.replaceOne(
                          doc("_id", id), document, new ReplaceOptions().upsert(true));
                      history.done();
                    }));
  }

  private static Arbitrary<Named> updates() {
    return Combinators.combine(someIds(), Arbitraries.of("a", "b", "c"), values())
        .as(
            (id, field, value) ->
                new Named(
                    "set " + id + " " + field + "=" + value,
                    (stored, history) -> {
                      boolean there = history.begin(model -> model.set(id, field, value));
                      long matched =
                          stored
                              .updateOne(doc("_id", id), doc("$set", doc(field, value)))
                              .getMatchedCount();
                      assertThat(matched == 1).isEqualTo(there);
                      history.done();
                    }));
  }

  private static Arbitrary<Named> deletions() {
    return someIds()
        .map(
            id ->
                new Named(
                    "delete " + id,
                    (stored, history) -> {
                      boolean there = history.begin(model -> model.delete(id));
                      assertThat(stored.deleteOne(doc("_id", id)).getDeletedCount() == 1)
                          .isEqualTo(there);
                      history.done();
                    }));
  }

  private static Arbitrary<Named> bulkDeletions() {
    return conditions()
        .map(
            filter ->
                new Named(
                    "deleteMany " + filter,
                    (stored, history) -> {
                      int there = history.beginMany(model -> model.deleteMatching(filter));
                      assertThat(stored.deleteMany(filter).getDeletedCount()).isEqualTo(there);
                      history.done();
                    }));
  }

  private static Arbitrary<Named> indexings() {
    return Arbitraries.of(
        new Named("index k", (stored, history) -> stored.createIndex(doc("k", 1, "a", 1))),
        new Named("index c", (stored, history) -> stored.createIndex(doc("c", -1, "k", 1))),
        new Named(
            "indexes that go on with n",
            (stored, history) -> {
              stored.createIndex(doc("a", 1, "n", -1));
              stored.createIndex(doc("b", 1, "n", -1));
              stored.createIndex(doc("c", -1, "n", -1), new IndexOptions().sparse(true));
            }),
        new Named(
            "no index n",
            (stored, history) -> {
              stored.dropIndexes();
              stored.createIndex(doc("a", -1));
            }));
  }

  private static Arbitrary<Document> conditions() {
    Arbitrary<Object> demands =
        Arbitraries.oneOf(
            limits(),
            Arbitraries.just((Object) null),
            limits().list().ofMaxSize(3).map(each -> (Object) doc("$in", each)),
            Combinators.combine(Arbitraries.of("$gt", "$gte", "$lt", "$lte"), limits())
                .as((operator, limit) -> (Object) doc(operator, limit)),
            Combinators.combine(limits(), limits())
                .as((low, high) -> (Object) doc("$gt", low, "$lte", high)));
    Arbitrary<Document> byField =
        Combinators.combine(Arbitraries.of(FIELDS), demands)
            .as((field, demand) -> doc(field, demand));
    Arbitrary<Document> byPrefix =
        Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of("^s", "^s2", "^s1"))
            .as(
                (field, pattern) ->
                    doc(
                        "$and",
                        List.of(doc(field, doc("$gte", "")), doc(field, doc("$regex", pattern)))));
    Arbitrary<Document> byId =
        Combinators.combine(Arbitraries.of("$gt", "$lte"), someIds())
            .as((operator, id) -> doc("_id", doc(operator, id)));
    return Arbitraries.oneOf(byField, byField, byField, byPrefix, byId);
  }

  private static Arbitrary<Question> question() {
    Arbitrary<Document> filters =
        Combinators.combine(conditions().list().ofMaxSize(3), Arbitraries.of("$and", "$or"))
            .as((parts, logic) -> parts.isEmpty() ? new Document() : doc(logic, parts));
    Arbitrary<Document> sorts =
        Combinators.combine(
                Arbitraries.of("a", "n", "k", "c").list().ofMaxSize(2).uniqueElements(),
                Arbitraries.of(1, -1),
                Arbitraries.of(1, -1))
            .as(
                (fields, first, last) -> {
                  Document sort = new Document();
                  fields.forEach(field -> sort.append(field, first));
                  return sort.append("_id", last);
                });
    // Some in several batches; all of them so would be two thirds of all commands.
    Arbitrary<Integer> batches = Arbitraries.of(3, 100, 100, 100);
    return Combinators.combine(filters, sorts, Arbitraries.integers().between(0, 5), batches)
        .as(Question::new);
  }

  @Provide
  Arbitrary<List<Question>> questions() {
    return question().list().ofMinSize(1).ofMaxSize(5);
  }

  private static Arbitrary<Named> queries() {
    return question().map(DifferentialTest::query);
  }

  private static Named query(Question question) {
    Question all = new Question(question.filter(), question.sort(), 0, question.batch());
    return new Named(
        question.toString(),
        (stored, history) -> {
          List<Document> expected = all.answer(history.now());
          assertThat(all.ask(stored)).isEqualTo(expected);
          assertThat(question.ask(stored)).isEqualTo(question.answer(history.now()));
          assertThat(stored.countDocuments(question.filter())).isEqualTo(expected.size());
        });
  }
}
