package org.masterplan.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.intake.Rows;
import org.masterplan.kernel.refusal.InvalidFields;

class NamedRowsTest {
  @Test
  void fileThatProvesTooLargeAmongItsRows_isUnreadableAndNamed() {
    var rows = new NamedRows(Rows.of(List.of("a"), new Endless()), Path.of("events.csv"));

    assertThat(Faults.judge(catchThrowable(rows::hasNext)))
        .satisfies(verdict -> assertThat(verdict.ending()).isEqualTo(Ending.UNREADABLE))
        .satisfies(verdict -> assertThat(verdict.line()).startsWith("events.csv: "));
    assertThat(Faults.judge(catchThrowable(rows::next)).ending()).isEqualTo(Ending.UNREADABLE);
  }

  /** Stands in for a file of more than 2 GiB, at its limit. */
  private static final class Endless implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      throw tooLarge();
    }

    @Override
    public Row next() {
      throw tooLarge();
    }

    private static InvalidFields tooLarge() {
      return InvalidFields.of("file", "FILE_TOO_LARGE", Map.of("max", "1"));
    }
  }
}
