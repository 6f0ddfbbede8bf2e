package org.masterplan.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The judgement of abandonment over recorded activity, as it is typed. */
@Tag("cap-13")
@ResourceLock(Resources.LOCALE)
class BacktestCommandTest {
  private static final Path RECORDED = Path.of("../../infra/benchmarks/data/activity");
  @TempDir private Path folder;

  @Test
  void cap013_backtest_ofRecordedCommunities_foretellsWhatCame() throws IOException {
    var out = folder.resolve("o.csv");

    var typed =
        backtest(
            RECORDED.resolve("git_events.csv.gz"),
            out,
            "--communities",
            RECORDED.resolve("git_communities.csv").toString(),
            "--labels",
            RECORDED.resolve("git_cutoff_labels.csv").toString(),
            "--json");

    assertThat(typed.ending()).as(typed.errors()).isZero();
    var figures = JsonParser.parseString(typed.text()).getAsJsonObject();
    assertThat(figures.get("labelled").getAsInt()).isEqualTo(581);
    assertThat(figures.get("auc").getAsDouble()).isGreaterThan(.960);
    assertThat(figures.get("brier").getAsDouble()).isLessThan(.045);
    assertThat(Files.readAllLines(out))
        .hasSize(figures.get("judged").getAsInt() + 1)
        .contains("community,cutoff,p_abandoned_90d,p_abandoned_365d,state,reasons")
        .anyMatch(line -> line.matches("git-mux,\\d{4}-07-01,0\\.\\d+,0\\.\\d+,[A-Z_]+,[A-Z_;]+"));
  }

  @Test
  void backtest_withBadRows_keepsTheGoodOnes_andNamesTheOthers() throws IOException {
    var events =
        events(
            "community,timestamp,author,kind",
            "mot,2024-05-01T00:00:00Z,lan,post",
            "mot,hôm qua,lan,post",
            "mot,2025-03-01T00:00:00Z,lan,post");

    var typed = backtest(events, folder.resolve("o.csv"));

    assertThat(typed.ending()).isEqualTo(1);
    assertThat(typed.text()).contains("days judged: 2", "rows not taken: 1", "line 3", "hôm qua");
  }

  @Test
  void backtest_withoutAColumn_orOfADamagedArchive_saysSo() throws IOException {
    var typed = backtest(events("community,when", "mot,x"), folder.resolve("o.csv"));

    assertThat(typed.ending()).isEqualTo(3);
    assertThat(typed.errors()).contains("timestamp", "community, when");
    var damaged = Files.write(folder.resolve("e.csv.gz"), new byte[] {31, -117, 8, 0, 1});
    assertThat(backtest(damaged, folder.resolve("o.csv")).ending()).isEqualTo(3);
    assertThat(folder.resolve("o.csv")).doesNotExist();
  }

  @Test
  void backtest_atOtherDays_isBadUsage() throws IOException {
    var events = events("community,timestamp,author,kind");

    var typed = backtest(events, folder.resolve("o.csv"), "--cutoffs", "daily");

    assertThat(typed.ending()).isEqualTo(2);
    assertThat(typed.errors()).contains("daily", "half-yearly");
  }

  private Path events(String... lines) throws IOException {
    return Files.write(folder.resolve("e.csv"), List.of(lines));
  }

  private static Typed backtest(Path events, Path out, String... more) {
    var words = new java.util.ArrayList<String>();
    words.addAll(List.of("backtest", "--lang", "en", "--events", events.toString()));
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(more));
    return Typed.run(words.toArray(String[]::new));
  }
}
