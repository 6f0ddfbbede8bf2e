package org.masterplan.matching.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.masterplan.matching.command.Explain;
import org.masterplan.matching.command.SampleFile;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.engine.Resolver;
import org.masterplan.matching.explain.Crowd;

/**
 * What is asked of an entity of twenty thousand records, of which a mistaken rule can make one: its
 * two hundred million pairs would be 1.6 GB as numbers alone.
 */
class HugeEntityTest {
  private static final int RECORDS = 20_000;

  /** All that was ever allocated, not what was held at once: a bound that no collector moves. */
  private static final long MOST_BYTES = 512L << 20;

  private static final Resolution RUN = oneEntity();

  /** As if all records had been made one entity. */
  private static Resolution oneEntity() {
    var records = Crowd.of(5, RECORDS).subList(0, RECORDS);
    var found = Resolver.resolve(Crowd.SCHEMA, records);
    return new Resolution(
        found.table(),
        found.model(),
        found.frequencies(),
        found.links(),
        found.candidates(),
        found.weights(),
        new int[RECORDS],
        found.crowds());
  }

  @Test
  void pairSample_isDrawnFromAllPairs_withoutListingThem() throws IOException {
    long before = allocated();
    var sample = PairSample.of(RUN, 1);
    print("sample", allocated() - before);

    assertThat(allocated() - before).isLessThan(MOST_BYTES);
    assertThat(sample.pairs()).hasSize(PairSample.SIZE).allMatch(PairSample.Drawn::linked);
    assertThat(sample.all()).isEqualTo(RECORDS * (RECORDS - 1L) / 2);
    var file = new StringBuilder();
    SampleFile.write(RUN, sample, file);
    assertThat(new SampleRows(file.toString()).labelled("no").answer().precision().value())
        .isZero();
  }

  @Test
  void explain_tellsOneEdgeLessThanRecords_withoutWeighingAllPairs() {
    long before = allocated();
    var edges = new Explain(RUN).entity(0);
    print("explain", allocated() - before);

    assertThat(allocated() - before).isLessThan(MOST_BYTES);
    assertThat(edges).hasSize(RECORDS - 1);
    var reached = new HashSet<>();
    edges.forEach(
        edge -> {
          reached.add(edge.left());
          reached.add(edge.right());
        });
    assertThat(reached).hasSize(RECORDS);
    assertThat(edges.getFirst().weight()).isGreaterThan(edges.getLast().weight());
  }

  private static void print(String what, long bytes) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "FIGURE matching.huge.%s %.0f MiB allocated in all",
            what,
            bytes / 1048576.));
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
