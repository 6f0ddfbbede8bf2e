package org.masterplan.abandonment.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.domain.Reason;
import org.masterplan.platform.text.TextCatalogue;

/** One meaning of silence: whole days from the last act seen to the end of observation. */
class SilenceTest {
  Harbour harbour = new Harbour();

  @Property
  void reasons_tellTheSameDaysAsTheFigures(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 900) int silent) {
    var judgement = judged(seed, silent, "m1");

    var silence = about(judgement, "SILENT_");

    assertThat(silence).containsEntry("days", "" + judgement.days().all().orElseThrow());
    assertThat(silence).containsEntry("until", "2026-11-21");
    assertThat(judgement.days().all()).hasValue(silent);
  }

  @Property
  void reasons_ofACommunityJudgedByItsHosts_tellTheSameDaysAsTheirFigure(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 900) int silent) {
    var judgement = judged(seed, silent, "employees/lan");

    assertThat(about(judgement, "SILENT_"))
        .containsEntry("days", "" + judgement.days().hosts().orElseThrow())
        .containsEntry("of", "hosts");
  }

  @Property
  void reasons_whereADeputyWasSeenAfterTheOwner_tellTheDeputysDays(
      @ForAll long seed, @ForAll @IntRange(min = 7, max = 400) int silent) {
    var fresh = new Harbour();
    fresh.follow(Harbour.community("me-bim"));
    var lines = acts(seed, silent, "employees/minh");
    lines.addAll(acts(seed + 1, silent + 100, "employees/lan"));
    fresh.load(lines);
    var judgement = fresh.lookout.get("me-bim").judgement();

    assertThat(about(judgement, "SILENT_"))
        .containsEntry("days", "" + silent)
        .containsEntry("of", "hosts");
    assertThat(judgement.days().hosts()).hasValue(silent + 100);
  }

  @Test
  void text_ofAnOwnerWhoWasNeverSeen_namesThoseWhoSteer() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 303, "employees/minh,POST"));
    harbour.load(Harbour.every(2, 900, 250, "anh,COMMENT"));

    assertThat(texts(Locale.ENGLISH))
        .contains(
            "Those who steer it have not been seen for 303 days up to 21 Nov 2026;"
                + " days since a member was seen: 250.")
        .noneMatch(text -> text.contains("Its owner"));
  }

  @Test
  void text_saysWhoseSilence_ofHowManyDaysUpToWhichDay() {
    harbour.follow(Harbour.community("me-bim"));
    harbour.load(Harbour.every(3, 900, 303, "employees/lan,POST"));
    harbour.load(Harbour.every(2, 900, 250, "anh,COMMENT"));

    assertThat(texts(Locale.ENGLISH))
        .contains(
            "Those who steer it have been silent for 303 days up to 21 Nov 2026;"
                + " they usually pause no longer than 7 days.",
            "Its owner has not been seen for 303 days up to 21 Nov 2026;"
                + " days since a member was seen: 250.");
    assertThat(texts(Locale.forLanguageTag("vi")))
        .contains(
            "Những người điều hành im lặng 303 ngày tính đến 21/11/2026;"
                + " họ thường chỉ nghỉ không quá 7 ngày.");
  }

  @Test
  void orphan_isToldByTheDayOfThePlansZone_asItsReaderWritesIt() {
    // Already the 21st in Ho Chi Minh City.
    harbour.follow(Harbour.orphaned("me-bim", Instant.parse("2026-11-20T18:00:00Z")));

    assertThat(texts(Locale.ENGLISH)).contains("Nobody has held it since 21 Nov 2026.");
    assertThat(texts(Locale.forLanguageTag("vi")))
        .contains("Không còn ai phụ trách từ ngày 21/11/2026.");
  }

  @Test
  void rescueCase_bearsTheDayOfThePlansZone() {
    harbour.clock.advance(Duration.ofHours(16));

    harbour.follow(Harbour.orphaned("me-bim", Harbour.NOW));

    // One in the morning of the 22nd there, still the 21st in UTC.
    assertThat(harbour.lookout.get("me-bim").rescueCase()).isEqualTo("me-bim-20261122");
    assertThat(harbour.rescue.get("me-bim-20261122").due()).isEqualTo("2026-12-06");
  }

  @Test
  void reason_ofAnEarlierRelease_isToldUpToTheDayThatIsKnownOfIt() {
    var old = new Reason(Reason.Code.FEW_PEOPLE_LEFT, 0, Map.of("now", "1", "year", "16"));
    var day = LocalDate.of(2026, 11, 21);

    assertThat(old.upTo(day).about()).containsEntry("until", "2026-11-21");
    assertThat(old.upTo(day).upTo(day.plusDays(1))).isEqualTo(old.upTo(day));
    var other = new Reason(Reason.Code.NO_RHYTHM_YET, 0, Map.of());
    assertThat(other.upTo(day)).isEqualTo(other);
  }

  private Judgement judged(long seed, int silent, String author) {
    var fresh = new Harbour();
    fresh.follow(Harbour.community("me-bim"));
    fresh.load(acts(seed, silent, author));
    return fresh.lookout.get("me-bim").judgement();
  }

  private static List<String> acts(long seed, int silent, String author) {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int ago = i == 0 ? silent : silent + random.nextInt(400);
      var hour = i == 0 ? 0 : random.nextInt(24);
      var at = Harbour.NOW.minus(Duration.ofDays(ago)).minus(Duration.ofHours(hour));
      lines.add("me-bim," + at + "," + author + ",POST");
    }
    return lines;
  }

  private static Map<String, String> about(Judgement judgement, String code) {
    return judgement.reasons().stream()
        .filter(r -> r.code().name().startsWith(code))
        .findFirst()
        .map(Reason::about)
        .orElseThrow();
  }

  private List<String> texts(Locale locale) {
    return harbour.lookout.get("me-bim").judgement().reasons().stream()
        .map(r -> TextCatalogue.shared().say(locale, r.text(), r.about()))
        .toList();
  }
}
