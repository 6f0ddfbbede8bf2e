package org.masterplan.profiles.source.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * Tries rows again that loads and pushes could not take, in the order in which those came. Where
 * another load or push has said something of a row's record since, that stays, and the row stays
 * kept: so does one of which nobody knows which record it would be.
 */
final class Replaying {
  private final RejectedRows rejectedRows;
  private final Landing landing;
  private final BiConsumer<List<SourceRecord>, String> resolve;

  Replaying(
      RejectedRows rejectedRows, Landing landing, BiConsumer<List<SourceRecord>, String> resolve) {
    this.rejectedRows = rejectedRows;
    this.landing = landing;
    this.resolve = resolve;
  }

  /** Tries all that is kept of the source. */
  Load.Progress run(Source source, Landing.Setting setting, Loading.Guarded way) {
    var trial = new Trial(source, setting);
    for (var load : rejectedRows.loads(source.name().id())) {
      var after = "";
      List<RejectedRows.Kept> page;
      do {
        page = rejectedRows.ofLoad(source.name().id(), load.id(), after, Loading.BATCH);
        if (!page.isEmpty()) {
          after = page.getLast().id();
          way.gate().pass();
          trial.tryAgain(load, page);
          way.course().report(trial.progress);
        }
      } while (page.size() == Loading.BATCH);
    }
    return trial.progress;
  }

  /** One trial of all rows. */
  private final class Trial {
    private final Source source;
    private final Landing.Setting setting;
    private Load.Progress progress = Load.Progress.NONE;

    Trial(Source source, Landing.Setting setting) {
      this.source = source;
      this.setting = setting;
    }

    void tryAgain(RejectedRows.KeptLoad load, List<RejectedRows.Kept> page) {
      var readable = page.stream().filter(kept -> kept.row().isReadable()).toList();
      var due = new ArrayList<>(readable);
      due.removeIf(kept -> isContested(kept, source.mapping()) || isNobodys(kept));
      long left = readable.size() - due.size();
      progress = progress.plus(new Load.Batch(left, 0, 0, 0, left), 0);
      if (!due.isEmpty()) {
        land(due, under(load));
      }
    }

    /**
     * An id that stood twice in its file does so still: only the source can tell which is right.
     */
    private static boolean isContested(RejectedRows.Kept kept, Mapping mapping) {
      var row = kept.row();
      return row.reason().equals("RECORD_ID_TWICE") && row.field().equals(mapping.idColumn());
    }

    private boolean isNobodys(RejectedRows.Kept kept) {
      return source.mapping().idColumn().isEmpty() && kept.place().number() == 0;
    }

    /** Under their first load's name, so that those refused again stay the rows they are. */
    private Landing.Setting under(RejectedRows.KeptLoad load) {
      return new Landing.Setting(
          setting.load().named(load.id()),
          setting.reading(),
          setting.now(),
          Loading.asOf(source, load.at()),
          new TakenIds(),
          setting.retained(),
          Optional.of(new Late(load.at())));
    }

    private void land(List<RejectedRows.Kept> due, Landing.Setting under) {
      var rows = new ArrayList<Landing.Numbered>();
      var byLine = new HashMap<Long, RejectedRows.Kept>();
      for (var kept : due) {
        var line = kept.row().line();
        byLine.put(line, kept);
        rows.add(
            new Landing.Numbered(kept.place().number(), new Row.Good(line, kept.row().values())));
      }
      var outcome = landing.land(rows, under);
      resolve.accept(outcome.present(), under.load().actor());
      rejectedRows.remove(
          due.stream().filter(k -> outcome.taken().containsKey(k.row().line())).toList());
      outcome.refused().forEach(row -> retell(byLine.get(row.line()), row));
      progress = progress.plus(outcome.batch(), 0);
    }

    private void retell(RejectedRows.@Nullable Kept was, Row.Bad now) {
      if (was != null && !now.values().isEmpty() && !was.row().reason().equals(now.reason())) {
        rejectedRows.retell(was, now);
      }
    }
  }
}
