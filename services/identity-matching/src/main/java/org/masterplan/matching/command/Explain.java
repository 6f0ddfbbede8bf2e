package org.masterplan.matching.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.masterplan.matching.engine.Resolution;
import org.masterplan.matching.explain.Explaining;
import org.masterplan.matching.explain.Explanation;

/** The command {@code explain}: records by name in, weights out. */
public final class Explain {
  private final Resolution run;
  private final Explaining explaining;

  public Explain(Resolution run) {
    this.run = run;
    this.explaining = run.explaining();
  }

  /** The number of the record that is written {@code source,record}. */
  public OptionalInt record(String named) {
    return IntStream.range(0, run.table().size())
        .filter(r -> named.equals(run.table().key(r).source() + "," + run.table().key(r).id()))
        .findFirst();
  }

  /** Why these two are, or are not, one person. */
  public Explanation pair(int left, int right) {
    return explaining.pair(left, right);
  }

  /** What holds the record's entity together; nothing where it is alone. */
  public List<Explanation> entity(int record) {
    int entity = run.entities()[record];
    return explaining.entity(
        IntStream.range(0, run.entities().length)
            .filter(r -> run.entities()[r] == entity)
            .toArray());
  }
}
