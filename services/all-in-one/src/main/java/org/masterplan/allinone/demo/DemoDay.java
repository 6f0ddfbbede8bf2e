package org.masterplan.allinone.demo;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.demo.Options;

/**
 * The day on which a demonstration begins: the generator's data ends on it, and the plan's clock
 * starts there and goes on at its usual pace, so that what is planted is true whenever it is shown.
 */
public final class DemoDay {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Gson GSON = new Gson();

  private final DataFolder folder;
  private final Clock machine;

  public DemoDay(DataFolder folder, Clock machine) {
    this.folder = folder;
    this.machine = machine;
  }

  /**
   * What is kept from the first start on.
   *
   * @param day as it was then
   * @param ahead days by which the plan's clock goes before the machine's, negative if behind
   */
  private record Kept(String day, long ahead) {}

  /**
   * The clock of a plan that demonstrates.
   *
   * @param wanted the day to begin on; empty: today, or where the generator does not know it its
   *     own; later starts keep to the first
   * @return empty if the folder's demonstration began on another day
   */
  public Optional<Clock> clock(Optional<LocalDate> wanted) throws IOException {
    if (Files.exists(folder.demoDay())) {
      var kept = kept();
      boolean another = wanted.filter(day -> !day.toString().equals(kept.day())).isPresent();
      return another ? Optional.empty() : Optional.of(ahead(kept.ahead()));
    }
    if (Files.exists(folder.loaded())) {
      // Of a release that knew the machine's clock only.
      return wanted.isPresent() ? Optional.empty() : Optional.of(machine);
    }
    var today = LocalDate.ofInstant(machine.instant(), ZONE);
    var day = wanted.orElseGet(() -> Options.dayOrDefault(today));
    var kept = new Kept(day.toString(), ChronoUnit.DAYS.between(today, day));
    Files.createDirectories(folder.root());
    keep(kept);
    return Optional.of(ahead(kept.ahead()));
  }

  /**
   * The clock of a plan that is served without demonstrating: where it did before, what it stored
   * goes by that clock, and would wait for the machine's.
   */
  public Clock clockSinceThen() throws IOException {
    return Files.exists(folder.demoDay()) ? ahead(kept().ahead()) : machine;
  }

  private Kept kept() throws IOException {
    return GSON.fromJson(Files.readString(folder.demoDay()), Kept.class);
  }

  /** Whole or not at all, whenever the process ends. */
  private void keep(Kept kept) throws IOException {
    var file = folder.demoDay();
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, GSON.toJson(kept) + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Clock ahead(long days) {
    return days == 0 ? machine : Clock.offset(machine, Duration.ofDays(days));
  }
}
