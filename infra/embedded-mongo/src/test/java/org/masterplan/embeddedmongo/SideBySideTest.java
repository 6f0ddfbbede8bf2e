package org.masterplan.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.embeddedmongo.Cost.cost;
import static org.masterplan.embeddedmongo.Cost.documents;
import static org.masterplan.embeddedmongo.StoreFixture.doc;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What several indexes lead to together, in the order they go on with and in others. */
class SideBySideTest {
  private static StoreFixture store;

  @BeforeAll
  static void open() {
    store = new StoreFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /** Two lists of 200 with 20 in common, and one in two of all in a third. */
  private static MongoCollection<Document> crossed() {
    MongoCollection<Document> people =
        store.filled(
            2_000,
            i ->
                doc(
                    "_id",
                    "id%04d".formatted(i),
                    "words",
                    List.of("all", "w" + i % 10, "v" + i / 10 % 10),
                    "half",
                    i % 2,
                    "at",
                    i / 2,
                    "name",
                    "n%04d".formatted(i * 7 % 2_000),
                    "number",
                    i));
    people.createIndex(doc("words", 1, "at", 1));
    people.createIndex(doc("half", 1, "at", 1));
    people.createIndex(doc("at", 1));
    return people;
  }

  @Test
  void equalities_areReadSideBySide_inOrder_andNoDocumentInVain() {
    var people = crossed();
    var both =
        people
            .find(and(eq("words", "w4"), eq("words", "v7"), eq("half", 0)))
            .sort(doc("at", -1, "_id", -1))
            .limit(5);

    assertThat(StoreFixture.ids(both))
        .containsExactly("id1974", "id1874", "id1774", "id1674", "id1574");
    assertThat(cost(both).stage()).isEqualTo("AND_SORTED");
    assertThat(cost(both).keys()).isLessThan(100);
    assertThat(documents(both)).isEqualTo(5);
  }

  @Test
  void anyOfSeveral_isMerged_inOrder() {
    var people = crossed();
    var any =
        people
            .find(and(in("words", "w4", "w5", "w6"), or(eq("words", "v7"), eq("half", 1))))
            .sort(doc("at", 1, "_id", 1))
            .limit(4);

    assertThat(StoreFixture.ids(any)).containsExactly("id0005", "id0015", "id0025", "id0035");
    assertThat(documents(any)).isEqualTo(4);
    assertThat(documents(people.find(in("words", "w4", "w5")).sort(doc("at", 1)).limit(3)))
        .isEqualTo(3);
  }

  @Test
  void pagingSideBySide_startsAtThePage() {
    var people = crossed();
    var absent = or(eq("at", null), doc("at", doc("$size", 0)));
    var after = or(lt("at", 500), absent, and(eq("at", 500), lt("_id", "id1000")));
    var page =
        people
            .find(and(eq("words", "all"), eq("half", 0), after))
            .sort(doc("at", -1, "_id", -1))
            .limit(3);

    assertThat(StoreFixture.ids(page)).containsExactly("id0998", "id0996", "id0994");
    assertThat(cost(page).keys()).isLessThan(20);
  }

  @Test
  void aListInALaterColumn_givesNoOrder() {
    MongoCollection<Document> lists =
        store.collection(
            doc("_id", 1, "a", 1, "b", List.of(1, 9)),
            doc("_id", 2, "a", 1, "b", 5),
            doc("_id", 3, "a", 2, "b", 0));
    lists.createIndex(doc("a", 1, "b", 1));

    assertThat(StoreFixture.ids(lists.find(in("a", 1, 2)).sort(doc("b", -1, "_id", -1))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void manyThatMatch_areReadInTheOrderAskedFor_andFewAreSorted() {
    var people = crossed();
    people.createIndex(doc("words", 1));

    var many = people.find(gte("words", "all")).sort(doc("at", 1)).limit(5);
    var few = people.find(gte("words", "w9")).sort(doc("at", 1)).limit(50);

    assertThat(cost(many).stage()).isEqualTo("IXSCAN");
    assertThat(documents(many)).isEqualTo(5);
    assertThat(cost(many).keys()).isEqualTo(100 + 5); // a hundred are counted
    assertThat(cost(few).stage()).isEqualTo("SORT");
    assertThat(documents(few)).isEqualTo(200);
  }

  @Test
  void laterPagesInAnotherOrder_startAtThePage() {
    var people = crossed();
    people.createIndex(doc("name", 1, "_id", 1));
    var both = and(eq("words", "all"), eq("half", 0));
    var after = or(gt("name", "n1000"), and(eq("name", "n1000"), gt("_id", "id9")));
    var byId = people.find(and(both, gt("_id", "id1000"))).sort(doc("_id", 1)).limit(10);
    var byName = people.find(and(both, after)).sort(doc("name", 1, "_id", 1)).limit(10);

    assertThat(StoreFixture.ids(byId)).hasSize(10).startsWith("id1002").endsWith("id1020");
    assertThat(documents(byId)).isEqualTo(21); // and the one it goes on after
    assertThat(documents(byName)).isEqualTo(21);
    assertThat(byName.map(each -> each.get("name")).into(new ArrayList<>()))
        .hasSize(10)
        .startsWith("n1002")
        .endsWith("n1020");
  }

  /** Many are led to, of whom few match, and these come last in the order asked for. */
  @Test
  void aWalkThatFindsTooLittle_isGivenUp() {
    var people = crossed();
    var rare = and(eq("words", "all"), eq("half", 0), gt("number", 1_990));
    var page = people.find(rare).sort(doc("_id", 1)).limit(5);

    assertThat(StoreFixture.ids(page)).containsExactly("id1992", "id1994", "id1996", "id1998");
    assertThat(cost(page).stage()).isEqualTo("SORT");
    assertThat(documents(page)).isBetween(1_400, 1_402); // four times a hundred, then a thousand
    assertThat(StoreFixture.ids(page.skip(1).limit(2))).containsExactly("id1994", "id1996");
  }

  @Test
  void allOfVeryMany_areReadInTheOrderAskedFor() {
    var people = store.filled(10_100, i -> doc("_id", i, "a", 1, "b", 1, "at", -i));
    people.createIndex(doc("a", 1, "at", 1));
    people.createIndex(doc("b", 1, "at", 1));
    var many = people.find(and(eq("a", 1), eq("b", 1))).sort(doc("_id", 1));
    var fewer = people.find(and(eq("a", 1), eq("b", 1), lt("at", -200))).sort(doc("_id", 1));

    assertThat(cost(many).stage()).isEqualTo("COLLSCAN");
    assertThat(StoreFixture.ids(many.batchSize(5_000))).hasSize(10_100).startsWith(0, 1, 2);
    assertThat(cost(fewer).stage()).isEqualTo("SORT");
    assertThat(StoreFixture.ids(fewer)).hasSize(9_899).startsWith(201, 202);
  }

  @Test
  void anyOfVeryMany_isMerged_inEitherDirection() {
    var people = crossed();
    people.createIndex(doc("number", 1, "at", 1));
    var numbers = in("number", IntStream.range(0, 200).map(i -> i * 9).boxed().toList());
    var up = people.find(numbers).sort(doc("at", 1, "_id", 1)).limit(3);
    var down = people.find(numbers).sort(doc("at", -1, "_id", -1)).limit(3);

    assertThat(StoreFixture.ids(up)).containsExactly("id0000", "id0009", "id0018");
    assertThat(StoreFixture.ids(down)).containsExactly("id1791", "id1782", "id1773");
    assertThat(documents(down)).isEqualTo(3);
    assertThat(StoreFixture.ids(people.find(numbers).sort(doc("at", 1, "_id", 1)))).hasSize(200);
  }
}
