package org.masterplan.allinone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.masterplan.allinone.plan.DataFolder;
import org.masterplan.demo.Options;

class DemoDayTest {
  private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
  private static final Optional<LocalDate> TET = Optional.of(LocalDate.of(2027, 2, 6));

  @TempDir private Path folder;

  @Test
  void clock_isTheMachines_unlessADayIsWanted() throws IOException {
    assertThat(at(START, Optional.empty())).contains(START);
    assertThat(at(START.plus(Duration.ofDays(9)), Optional.empty()))
        .contains(START.plus(Duration.ofDays(9)));
  }

  /** In Vietnam it is the next morning already: the hour stays, the day is the one wanted. */
  @Test
  void clock_startsOnTheDayWanted_andGoesOnFromThere() throws IOException {
    assertThat(at(START, TET)).contains(Instant.parse("2027-02-05T20:00:00Z"));
    assertThat(at(START.plus(Duration.ofDays(3)), TET))
        .contains(Instant.parse("2027-02-08T20:00:00Z"));
    assertThat(at(START.plus(Duration.ofDays(3)), Optional.empty()))
        .contains(Instant.parse("2027-02-08T20:00:00Z"));
  }

  @Test
  void clock_ofADayThatTheGeneratorDoesNotKnow_startsOnItsOwn() throws IOException {
    assertThat(at(Instant.parse("2031-05-01T03:00:00Z"), Optional.empty()))
        .map(now -> LocalDate.ofInstant(now, ZoneOffset.UTC))
        .contains(Options.DEFAULT_NOW);
  }

  @Test
  void clockSinceThen_goesOnByTheDemonstrationsDay_orIsTheMachines() throws IOException {
    var machine = Clock.fixed(START, ZoneOffset.UTC);
    var day = new DemoDay(new DataFolder(folder), machine);
    assertThat(day.clockSinceThen()).isEqualTo(machine);
    at(START, TET);

    assertThat(day.clockSinceThen().instant()).isEqualTo(Instant.parse("2027-02-05T20:00:00Z"));
  }

  @Test
  void clock_ofADemonstrationThatBeganOnAnotherDay_isRefused() throws IOException {
    at(START, Optional.empty());

    assertThat(at(START, TET)).isEmpty();
  }

  @Test
  void clock_ofADemonstrationOfAnEarlierRelease_isTheMachines() throws IOException {
    var data = new DataFolder(folder);
    Files.writeString(data.loaded(), "{}");

    assertThat(at(START, Optional.empty())).contains(START);
    assertThat(at(START, TET)).isEmpty();
  }

  private Optional<Instant> at(Instant now, Optional<LocalDate> wanted) throws IOException {
    var machine = Clock.fixed(now, ZoneOffset.UTC);
    return new DemoDay(new DataFolder(folder), machine).clock(wanted).map(Clock::instant);
  }
}
