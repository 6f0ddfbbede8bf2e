package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.profiles.source.domain.RecordName;

/** What every store of erased records must do. Subclasses supply an empty one. */
public abstract class GoneRecordsContract {
  static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  GoneRecords records;

  protected abstract GoneRecords gone();

  @BeforeEach
  void fresh() {
    records = gone();
  }

  private static GoneRecords.Gone gone(String source, String id, Instant at) {
    return new GoneRecords.Gone(new RecordName(source, id), at);
  }

  @Test
  void list_pagesThroughOneSource() {
    var first = gone("crm", "1", NOW);
    var second = gone("crm", "a/2", NOW);
    records.keep(List.of(second, first, gone("crm-2", "1", NOW)));

    assertThat(records.list("crm", "", 9)).containsExactly(first, second);
    assertThat(records.list("crm", "", 1)).containsExactly(first);
    assertThat(records.list("crm", "1", 9)).containsExactly(second);
    assertThat(records.list("shop", "", 9)).isEmpty();
  }

  @Test
  void keep_ofWhatIsKept_isGoneAnew_andForgottenThatMuchLater() {
    records.keep(List.of(gone("crm", "1", NOW), gone("crm", "2", NOW)));
    records.keep(List.of(gone("crm", "1", NOW.plusSeconds(9))));

    assertThat(records.forget(NOW.plusSeconds(9))).isEqualTo(1);

    assertThat(records.list("crm", "", 9)).containsExactly(gone("crm", "1", NOW.plusSeconds(9)));
    records.keep(List.of());
    assertThat(records.forget(NOW.plusSeconds(10))).isEqualTo(1);
  }
}
