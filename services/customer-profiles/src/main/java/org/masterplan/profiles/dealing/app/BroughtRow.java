package org.masterplan.profiles.dealing.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.masterplan.kernel.intake.Row;

/**
 * A row of a file of dealings, read, with what it is known by after an erasure.
 *
 * @param own by what it is known to be of somebody who was erased, whoever it may mean now
 * @param keys by what it may be, where it means nobody
 */
record BroughtRow(Row row, DealingRow read, List<String> own, List<String> keys) {
  static BroughtRow of(Row row, DealingRow.Reader reader) {
    var read = reader.read(new Row.Good(row.line(), row.values()));
    var own = new ArrayList<>(DealingMarks.ofRow(row));
    if (read instanceof DealingRow.Said said) {
      own.add(DealingMarks.ofId(said.id(DealingMarks.named(row), said.deed())));
    }
    var what = row instanceof Row.Bad bad ? new DealingRow.Refused(bad) : read;
    return new BroughtRow(row, what, own, DealingMarks.ofKeys(row));
  }

  Stream<String> marks() {
    return Stream.concat(own.stream(), keys.stream());
  }

  boolean isOf(Set<String> erased) {
    return own.stream().anyMatch(erased::contains);
  }

  boolean mayBeOf(Set<String> erased) {
    return marks().anyMatch(erased::contains);
  }
}
