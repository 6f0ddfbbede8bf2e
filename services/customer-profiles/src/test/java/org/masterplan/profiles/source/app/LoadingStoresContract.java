package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.intake.Row;

/** What stores of rejected rows and tombstones must do. Subclasses supply empty ones. */
public abstract class LoadingStoresContract {
  RejectedRows rejected;
  Tombstones tombstones;

  protected abstract RejectedRows rejectedRows();

  protected abstract Tombstones tombstones();

  @BeforeEach
  void fresh() {
    rejected = rejectedRows();
    tombstones = tombstones();
  }

  @Test
  void rejectedRows_areKeptOnceAndListedInOrder() {
    var ten = RejectedRows.Kept.of("crm", "profiles-1", bad(10));
    var nine = RejectedRows.Kept.of("crm", "profiles-1", bad(9));
    var other = RejectedRows.Kept.of("crm-2", "profiles-1", bad(1));

    assertThat(rejected.keep(List.of(ten, nine, other))).isEqualTo(3);
    assertThat(rejected.keep(List.of(ten))).isZero();
    assertThat(rejected.list("crm", "", 5)).containsExactly(nine, ten);
    assertThat(rejected.list("crm", nine.id(), 5)).containsExactly(ten);
    assertThat(rejected.remove(List.of(nine))).isEqualTo(1);
    assertThat(rejected.count("crm")).isEqualTo(1);
  }

  @Test
  void tombstones_recogniseWhatWasMarked() {
    assertThat(tombstones.marked(Set.of("record:crm/1"))).isEmpty();
    tombstones.mark(List.of("record:crm/1", "record:crm/2"));
    tombstones.mark(List.of("record:crm/1"));

    assertThat(tombstones.marked(Set.of("record:crm/1", "record:crm/3")))
        .containsExactly("record:crm/1");
  }

  private static Row.Bad bad(long line) {
    return new Row.Bad(
        line, Map.of("a.b", "x"), "a.b", "x", "RECORD_ID_MISSING", Map.of("max", "3"));
  }
}
