package org.masterplan.matching.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.masterplan.matching.WholePerson.ID;
import static org.masterplan.matching.WholePerson.SCHEMA;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings.Link;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;
import org.masterplan.matching.table.RecordKey;
import org.masterplan.matching.table.Table;

/** Entities that ties alone do not tell: by one number, by decisions, in crowds. */
class LiveEntitiesTest {
  /** One number joins them in the batch, and no tie. */
  @Test
  void remove_ofOneOfAStrongId_tellsTheWholeEntity() {
    var live = live(BY_NUMBER_ALONE);
    assertThat(live.entity(key(1))).hasSize(2);

    var change = live.remove(key(0));

    assertThat(change.before()).containsExactly(new TreeSet<>(Set.of(key(0), key(1))));
    assertThat(change.after()).containsExactly(new TreeSet<>(Set.of(key(1))));
    assertThat(live.entity(key(1))).containsExactly(key(1));
  }

  private static final List<String> BY_NUMBER_ALONE =
      List.of(
          "Hùng Nguyễn 1990-01-02 0912345678 hung1@x.example " + ID + " LêLợi Huế",
          "Hùng Trịnh 1990-12-29 0987111222 abc@y.example " + ID + " HùngVương Vinh");

  @Test
  void upsert_ofWhoHoldsOneNumber_joinsAsABatchDoes_andGoesOnDoingSo() {
    var live = live(BY_NUMBER_ALONE.subList(0, 1));
    var second = new RawRecord("s", "1", values(BY_NUMBER_ALONE.get(1)));

    var change = live.upsert(second);

    assertThat(change.after()).containsExactly(new TreeSet<>(Set.of(key(0), key(1))));
    assertThat(live.entity(key(0))).hasSize(2);
    var moved = BY_NUMBER_ALONE.get(1).replace("Vinh", "Huế");
    live.upsert(new RawRecord("s", "1", values(moved)));
    assertThat(live.entity(key(0))).hasSize(2);
    live.upsert(new RawRecord("s", "1", values(moved.replace(ID, "-"))));
    assertThat(live.entity(key(0))).containsExactly(key(0));
    live.upsert(second);
    assertThat(live.entity(key(0))).hasSize(2);
    live.decide(new Link(key(0), key(1), false));
    assertThat(live.entity(key(0))).containsExactly(key(0));
  }

  @Test
  void touching_whatABatchJoinedByANumber_doesNotPartIt() {
    var live = live(BY_NUMBER_ALONE);

    live.upsert(new RawRecord("s", "2", values("Hùng Trịnh - 0987111222 - - - -")));

    assertThat(live.entity(key(0))).containsExactly(key(0), key(1), key(2));
  }

  @Test
  void numberOfTooMany_joinsNobodyAnyMore_andAgainWhenOneIsGone() {
    var live = live(BY_NUMBER_ALONE);
    var words = "Hùng Trịnh%d - - - " + ID + " - -";
    for (int n = 2; n < NumberHolders.MOST; n++) {
      live.upsert(new RawRecord("s", "" + n, values(words.formatted(n))));
    }
    assertThat(live.entity(key(0))).contains(key(1));

    live.upsert(new RawRecord("s", "x", values(words.formatted(0))));
    assertThat(live.entity(key(0))).doesNotContain(key(1));

    live.remove(new RecordKey("s", "x"));
    assertThat(live.entity(key(0))).contains(key(1));
  }

  /** They share no key, so that no index finds the one by the other. */
  @Test
  void withdraw_leavesTheTwoToTheirOwnWeight() {
    var live =
        live(
            List.of(
                "Quyen Doan - 0912345678 quyendoan77@example.com - - -",
                "Guyen Toan - 0912345978 guyendoan77@example.com - - -"));
    live.decide(new Link(key(0), key(1), true));
    double weight = live.explain(key(0), key(1)).orElseThrow().weight();

    live.withdraw(key(0), key(1));

    assertThat(weight).isPositive();
    assertThat(live.entity(key(0))).hasSize(2);
  }

  @Test
  void decisionToKeepApart_holdsInACrowd() {
    var table = new Table(Schema.of("city"));
    var edges = new Edges();
    for (int r = 0; r < 450; r++) {
      table.add(new RawRecord("s", "%03d".formatted(r), List.of("Huế")));
      if (r > 0) {
        edges.tie(r - 1, r, 20);
      }
    }
    var apart = List.of(5, 300);
    var component =
        new Component(
            table,
            edges,
            0,
            (a, b) -> apart.contains(a) && apart.contains(b) ? -1e12 : 20,
            r -> apart.contains(r) ? List.of(305 - r) : List.of());

    var groups = component.groups(IntStream.range(0, 450).boxed().toList());

    assertThat(groups).hasSize(2);
    assertThat(groups).noneMatch(group -> IntStream.of(group).filter(apart::contains).count() == 2);
  }

  /** Rows as words; "-" is nothing, and nobody's sex is known. */
  private static Live live(List<String> rows) {
    var records =
        IntStream.range(0, rows.size())
            .mapToObj(r -> new RawRecord("s", Integer.toString(r), values(rows.get(r))))
            .toList();
    return new Live(Resolver.resolve(SCHEMA, records));
  }

  private static List<String> values(String row) {
    var words = row.split(" ");
    return IntStream.range(0, 9)
        .mapToObj(f -> f == 3 ? "" : words[f < 3 ? f : f - 1])
        .map(word -> word.equals("-") ? "" : word)
        .toList();
  }

  private static RecordKey key(int record) {
    return new RecordKey("s", Integer.toString(record));
  }
}
