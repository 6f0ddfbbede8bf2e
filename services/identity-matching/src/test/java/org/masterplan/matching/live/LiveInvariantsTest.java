package org.masterplan.matching.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.engine.Settings.Link;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

/** What holds whatever comes, in whatever order. */
class LiveInvariantsTest {
  @Property
  void steps_inAnyOrder_keepDecisionsAndTellWhatChanged(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    var rows = Crowd.of(seed, 20);
    var live = new Live(Resolver.resolve(Crowd.SCHEMA, rows.subList(0, rows.size() / 2)));
    var known = new HashSet<Set<RecordKey>>();
    rows.forEach(row -> known.add(live.entity(key(row))));
    known.remove(Set.of());
    var decided = new ArrayList<Link>();
    for (int step = 0; step < 60; step++) {
      var row = rows.get(random.nextInt(rows.size()));
      var change = step(live, row, rows.get(random.nextInt(rows.size())), random, decided);
      assertThat(known.containsAll(change.before())).isTrue();
      change.before().forEach(known::remove);
      known.addAll(change.after());
      var now = new HashSet<Set<RecordKey>>();
      rows.forEach(each -> now.add(live.entity(key(each))));
      now.remove(Set.of());
      assertThat(known).isEqualTo(now);
      decided.forEach(link -> assertKept(live, link));
    }
  }

  /** Each record is in one decision at most, so that no two contradict each other. */
  private static Change step(
      Live live, RawRecord row, RawRecord other, SplittableRandom random, List<Link> decided) {
    return switch (random.nextInt(4)) {
      case 0 -> live.remove(key(row));
      case 1 -> {
        var free = new TreeSet<>(Set.of(key(row)));
        free.add(key(other));
        decided.forEach(link -> free.removeAll(Set.of(link.left(), link.right())));
        if (free.size() < 2) {
          yield live.upsert(row);
        }
        var link = new Link(key(row), key(other), random.nextBoolean());
        decided.add(link);
        yield live.decide(link);
      }
      default -> live.upsert(row);
    };
  }

  private static void assertKept(Live live, Link link) {
    var entity = live.entity(link.left());
    if (!entity.isEmpty() && !live.entity(link.right()).isEmpty()) {
      assertThat(entity.contains(link.right())).as(link.toString()).isEqualTo(link.same());
    }
  }

  private static RecordKey key(RawRecord row) {
    return new RecordKey(row.source(), row.id());
  }
}
