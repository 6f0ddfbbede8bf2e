package org.masterplan.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.masterplan.matching.explain.Crowd;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.table.RecordKey;

/** Decisions hold through the whole run, whatever weights and citizen numbers say. */
@Tag("cap-8")
class DecisionsInvariantsTest {
  private static final int PERSONS = 20;
  private static final int DECISIONS = 12;

  @Property
  void cap008_decisions_holdBesideEvidenceAndCitizenNumbers(@ForAll long seed) {
    var rows = Crowd.of(seed, PERSONS);
    var links = links(rows, new SplittableRandom(seed));

    var found = Resolver.resolve(Crowd.SCHEMA, Settings.DEFAULT.withLinks(links), rows);

    var entities = entities(found);
    for (var link : links) {
      boolean together = entities.get(link.left()).equals(entities.get(link.right()));
      assertThat(together).as(link.toString()).isEqualTo(link.same());
    }
  }

  /** By a hidden division into a few persons, so that no decision contradicts another. */
  private static List<Settings.Link> links(List<RawRecord> rows, SplittableRandom random) {
    var links = new ArrayList<Settings.Link>();
    for (int n = 0; n < DECISIONS; n++) {
      var left = rows.get(random.nextInt(rows.size()));
      var right = rows.get(random.nextInt(rows.size()));
      if (!key(left).equals(key(right))) {
        links.add(new Settings.Link(key(left), key(right), hidden(left) == hidden(right)));
      }
    }
    // Those of one person whom the evidence and the number tie, kept apart all the same.
    var twins = rows.stream().filter(row -> row.id().equals(rows.getFirst().id())).toList();
    if (twins.size() > 1 && links.stream().noneMatch(link -> about(link, twins))) {
      links.add(new Settings.Link(key(twins.get(0)), key(twins.get(1)), false));
    }
    return links;
  }

  private static int hidden(RawRecord row) {
    return Math.floorMod(row.id().hashCode(), 5);
  }

  private static boolean about(Settings.Link link, List<RawRecord> rows) {
    return rows.stream()
        .map(DecisionsInvariantsTest::key)
        .anyMatch(key -> key.equals(link.left()) || key.equals(link.right()));
  }

  private static Map<RecordKey, Integer> entities(Resolution found) {
    var entities = new HashMap<RecordKey, Integer>();
    for (int r = 0; r < found.table().size(); r++) {
      entities.put(found.table().key(r), found.entities()[r]);
    }
    return entities;
  }

  private static RecordKey key(RawRecord row) {
    return new RecordKey(row.source(), row.id());
  }
}
