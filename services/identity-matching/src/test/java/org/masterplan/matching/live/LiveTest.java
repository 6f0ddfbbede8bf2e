package org.masterplan.matching.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.quality.Sets;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

class LiveTest {
  private static final Sets SET = Sets.fake();
  private static final RawRecord STRANGER =
      new RawRecord("new", "1", List.of("Zyxw", "Qqqq", "1899-01-01", "", ""));

  /** Pairs on which the two may differ: weights are the earlier batch's, not those of the whole. */
  private static final double TOLERANCE = 0.02;

  /** One more than the records whose common key is rare. */
  private static final int TOO_MANY = 201;

  @Test
  void upserts_giveWhatABatchOfAllGives() {
    var all = SET.records();
    var first = new ArrayList<RawRecord>();
    var later = new ArrayList<RawRecord>();
    for (int r = 0; r < all.size(); r++) {
      (r % 10 == 3 ? later : first).add(all.get(r));
    }
    var live = new Live(Resolver.resolve(SET.schema(), first));

    later.forEach(live::upsert);

    var batch = Resolver.resolve(SET.schema(), all);
    double agreement = agreement(batch, live);
    System.out.println(
        String.format(
            Locale.ROOT,
            "FIGURE matching.liveAgreement %.4f share (floor %.2f)",
            agreement,
            1 - TOLERANCE));
    assertThat(agreement).isGreaterThanOrEqualTo(1 - TOLERANCE);
  }

  /** Of people with citizen numbers, some of whom nothing else ties. */
  @Test
  void upsertsOfHoldersOfNumbers_giveWhatABatchOfAllGives() {
    var all = withNumbersAlone(Crowd.of(7, 150));
    var first = new ArrayList<RawRecord>();
    var later = new ArrayList<RawRecord>();
    for (int r = 0; r < all.size(); r++) {
      (r % 4 == 3 ? later : first).add(all.get(r));
    }
    var live = new Live(Resolver.resolve(Crowd.SCHEMA, first));

    later.forEach(live::upsert);

    var batch = Resolver.resolve(Crowd.SCHEMA, all);
    assertThat(agreement(batch, live)).isGreaterThanOrEqualTo(1 - TOLERANCE);
    int joined = 0;
    for (int r = 0; r < batch.table().size(); r++) {
      var key = batch.table().key(r);
      if (key.source().equals("alone")) {
        boolean together = live.entity(key).size() > 1;
        assertThat(together).as(key.toString()).isEqualTo(sizeOf(batch, r) > 1);
        joined += together ? 1 : 0;
      }
    }
    assertThat(joined).isGreaterThan(20);
  }

  private static long sizeOf(Resolution batch, int record) {
    return IntStream.of(batch.entities()).filter(e -> e == batch.entities()[record]).count();
  }

  /** Persons once more, of whom nothing but the given name and the number are known. */
  private static List<RawRecord> withNumbersAlone(List<RawRecord> rows) {
    var all = new ArrayList<>(rows);
    for (var row : rows) {
      var name = row.values().getFirst();
      var number = row.values().get(4);
      boolean sound =
          number.length() == 12 && row.values().get(1).startsWith("19" + number.substring(4, 6));
      if (sound && name.contains(" ") && row.source().equals("s0")) {
        var given = name.substring(name.lastIndexOf(' ') + 1);
        all.add(new RawRecord("alone", row.id(), List.of("Lý " + given, "", "", "", number, "")));
      }
    }
    return all;
  }

  @Test
  void upsert_ofTheSameRecordTwice_changesNothing() {
    var live = live();
    var before = entities(live);
    int keys = live.keys();

    for (int round = 0; round < 2; round++) {
      for (var row : SET.records().subList(0, 200)) {
        assertThat(live.upsert(row).isEmpty()).as(row.id()).isTrue();
      }
    }

    assertThat(entities(live)).isEqualTo(before);
    assertThat(live.keys()).isEqualTo(keys);
  }

  @Test
  void upsert_ofAStranger_isAnEntityOfItsOwn() {
    var live = live();
    int keys = live.keys();

    var change = live.upsert(STRANGER);

    assertThat(change.before()).isEmpty();
    assertThat(change.after()).containsExactly(new TreeSet<>(Set.of(key(STRANGER))));
    assertThat(live.keys()).isGreaterThan(keys);
  }

  @Test
  void remove_ofTheRecordThatMadeAKeyCommon_tiesTheOthersByItAgain() {
    var live = live();
    for (int n = 0; n < TOO_MANY; n++) {
      live.upsert(sharer(n));
    }
    var apart = live.entity(key(sharer(1)));

    var change = live.remove(key(sharer(0)));

    var never = live();
    for (int n = 1; n < TOO_MANY; n++) {
      never.upsert(sharer(n));
    }
    assertThat(apart).hasSize(1);
    assertThat(never.entity(key(sharer(1)))).hasSizeGreaterThan(1);
    assertThat(entities(live)).isEqualTo(entities(never));
    assertThat(change.after()).contains(never.entity(key(sharer(1))));
  }

  /** One of many who have nothing but an address in common. */
  private static RawRecord sharer(int n) {
    return new RawRecord(
        "crowd", "%03d".formatted(n), List.of("", "", "", "", "wqxzkj@zyxw.example"));
  }

  @Test
  void upsert_ofOtherValues_leavesItsEntity_andTheFormerOnesBringItBack() {
    var live = live();
    var row = twin(live);
    var before = live.entity(key(row));

    var away = live.upsert(new RawRecord(row.source(), row.id(), STRANGER.values()));

    assertThat(away.before()).containsExactly(before);
    assertThat(live.entity(key(row))).containsExactly(key(row));
    var back = live.upsert(row);
    assertThat(back.after()).containsExactly(before);
    assertThat(live.entity(key(row))).isEqualTo(before);
  }

  @Test
  void remove_forgetsTheRecordAndItsKeys() {
    var live = live();
    var before = entities(live);
    int keys = live.keys();
    live.upsert(STRANGER);

    assertThat(live.remove(key(STRANGER)).before()).hasSize(1);

    assertThat(live.keys()).isEqualTo(keys);
    assertThat(live.entity(key(STRANGER))).isEmpty();
    assertThat(live.explain(key(STRANGER), key(SET.records().getFirst()))).isEmpty();
    assertThat(live.remove(key(STRANGER)).isEmpty()).isTrue();
    assertThat(live.remove(new RecordKey("nowhere", "1")).isEmpty()).isTrue();
    assertThat(entities(live)).isEqualTo(before);
  }

  /** The number goes to another; its former owner's values must not speak for that one. */
  @Test
  void upsert_afterARemoval_isNotTakenForWhoWasRemoved() {
    var live = live();
    var row = twin(live);
    var fellow =
        live.entity(key(row)).stream().filter(k -> !k.equals(key(row))).findFirst().orElseThrow();
    live.remove(key(row));

    live.upsert(STRANGER);

    assertThat(live.entity(key(STRANGER))).containsExactly(key(STRANGER));
    var why = live.explain(key(STRANGER), fellow).orElseThrow();
    assertThat(why.contributions()).isNotEmpty().allMatch(part -> part.weight() <= 0);
  }

  @Test
  void decide_toKeepApart_holds_andIsTakenBack() {
    var live = live();
    var row = twin(live);
    var entity = live.entity(key(row));
    var other = entity.stream().filter(k -> !k.equals(key(row))).findFirst().orElseThrow();

    var apart = live.decide(new Settings.Link(key(row), other, false));

    assertThat(apart.before()).containsExactly(entity);
    assertThat(live.entity(key(row))).doesNotContain(other);
    live.upsert(row);
    assertThat(live.entity(key(row))).doesNotContain(other);
    assertThat(live.withdraw(other, key(row)).after()).containsExactly(entity);
    assertThat(live.withdraw(other, key(row)).isEmpty()).isTrue();
  }

  @Test
  void decide_toJoin_holds_alsoForOneThatComesLater() {
    var live = live();
    var first = key(SET.records().getFirst());

    assertThat(live.decide(new Settings.Link(first, key(STRANGER), true)).isEmpty()).isTrue();
    live.upsert(STRANGER);

    assertThat(live.entity(first)).contains(key(STRANGER));
    live.remove(key(STRANGER));
    assertThat(live.entity(first)).doesNotContain(key(STRANGER));
    live.upsert(STRANGER);
    assertThat(live.entity(first)).contains(key(STRANGER));
    live.withdraw(first, key(STRANGER));
    assertThat(live.entity(key(STRANGER))).containsExactly(key(STRANGER));
  }

  @Test
  void decisionsOfTheBatch_stayInForce() {
    var rows = SET.records();
    var links = List.of(new Settings.Link(key(rows.get(0)), key(rows.get(500)), true));
    var batch = Resolver.resolve(SET.schema(), Settings.DEFAULT.withLinks(links), rows);
    var live = new Live(batch);

    live.upsert(rows.get(500));
    live.upsert(rows.get(0));

    assertThat(live.entity(key(rows.get(0)))).contains(key(rows.get(500)));
  }

  private static Live live() {
    return new Live(Resolver.resolve(SET.schema(), SET.records()));
  }

  private static RecordKey key(RawRecord row) {
    return new RecordKey(row.source(), row.id());
  }

  /** A record that is not alone. */
  private static RawRecord twin(Live live) {
    return SET.records().stream()
        .filter(row -> live.entity(key(row)).size() == 3)
        .findFirst()
        .orElseThrow();
  }

  private static List<SortedSet<RecordKey>> entities(Live live) {
    return SET.records().stream().map(row -> live.entity(key(row))).toList();
  }

  /** F1 of the pairs of one against the pairs of the other. */
  private static double agreement(Resolution batch, Live live) {
    double both = 0;
    double inBatch = 0;
    double inLive = 0;
    for (int i = 0; i < batch.table().size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean left = batch.entities()[i] == batch.entities()[j];
        boolean right = live.entity(batch.table().key(i)).contains(batch.table().key(j));
        both += left && right ? 1 : 0;
        inBatch += left ? 1 : 0;
        inLive += right ? 1 : 0;
      }
    }
    return 2 * both / (inBatch + inLive);
  }
}
