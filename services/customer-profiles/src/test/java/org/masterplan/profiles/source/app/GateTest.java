package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.SourceState;

/** Rows land only while their source takes them. */
class GateTest {
  private static final List<String> COLUMNS = LoadingTest.COLUMNS;

  LoadingFixture f = new LoadingFixture();

  private static List<List<String>> people(int count) {
    var rows = new ArrayList<List<String>>();
    for (int i = 1; i <= count; i++) {
      rows.add(List.of("" + i, "Người " + i, "09%08d".formatted(i), "p" + i + "@x.vn"));
    }
    return rows;
  }

  private void close(ResourceName source) {
    f.bring(source, SourceState.READ_ONLY);
  }

  @Test
  void run_marksItsSource_asLongAsRowsMayCome() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, people(501));
    var seen = new ArrayList<PushMarks.Mark>();
    var course =
        new LoadingFixture.Told() {
          @Override
          public void report(Load.Progress progress) {
            seen.addAll(f.marks.all());
          }
        };

    f.loading.run(f.start(crm, "b"), course);

    assertThat(seen).hasSize(2).extracting(PushMarks.Mark::source).containsOnly("crm");
    assertThat(f.marks.all()).isEmpty();
  }

  @Test
  void run_ofASourceThatIsClosedMeanwhile_stopsBeforeTheNextBatch() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, people(1200));
    var load = f.start(crm, "b");
    var course =
        new LoadingFixture.Told() {
          @Override
          public void report(Load.Progress progress) {
            close(crm);
          }
        };

    assertThatThrownBy(() -> f.loading.run(load, course))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("SOURCE_READ_ONLY");
    assertThat(f.identity.records.count("crm")).isEqualTo(500);
  }

  @Test
  void run_ofASourceThatIsClosedJustBeforeItIsMarked_bringsNothing() {
    var crm = f.source("crm");
    f.body("b", COLUMNS, people(1));
    var load = f.start(crm, "b");
    f.marks.beforeSet = () -> close(crm);

    assertThatThrownBy(() -> f.loading.run(load, new LoadingFixture.Told()))
        .hasMessageContaining("SOURCE_READ_ONLY");
    assertThat(f.identity.records.count("crm")).isZero();
  }

  @Test
  void replay_ofASourceThatIsClosed_takesNothing() {
    var crm = f.source("crm");
    f.register.confirm(crm, LoadingTest.mapping(), LoadingTest.act());
    f.body("b", COLUMNS, List.of(List.of("", "Nguyễn An", "", "")));
    f.run(crm, "b");
    var replay = f.desk.replay(crm, LoadingFixture.DATA);
    close(crm);

    assertThatThrownBy(() -> f.loading.run(replay, new LoadingFixture.Told()))
        .hasMessageContaining("SOURCE_READ_ONLY");
    assertThat(f.identity.records.count("crm")).isZero();
  }
}
