package org.masterplan.matching.quality;

import java.util.List;
import org.masterplan.matching.record.RawRecord;
import org.masterplan.matching.record.Schema;

/** Published sets for the tests of other packages. */
public record Sets(Schema schema, List<RawRecord> records) {
  public static Sets fake() {
    return new Sets(TruthSet.fake().schema(), TruthSet.fake().records());
  }
}
