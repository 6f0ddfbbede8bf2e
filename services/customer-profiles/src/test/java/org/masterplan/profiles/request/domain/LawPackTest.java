package org.masterplan.profiles.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.masterplan.profiles.request.domain.LawPack.Limited;
import org.masterplan.profiles.request.domain.PrivacyRequest.Kind;

/** The rules that come with the service, by the days of real requests. */
class LawPackTest {
  private final LawPack law = law();

  private static LawPack law() {
    try {
      return LawPack.parse(
          Files.readAllLines(Path.of("src/main/resources/law/personal-data-vn.csv")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Times in Viet Nam are seven hours ahead: 17:00 UTC is the next day's midnight. */
  @ParameterizedTest
  @CsvSource({
    // A Monday; then a Friday evening, over the weekend; then just after midnight in Viet Nam.
    "ERASURE, ACKNOWLEDGEMENT, 2026-11-23T02:00:00Z, 2026-11-25T16:59:59Z",
    "ERASURE, ACKNOWLEDGEMENT, 2026-11-27T13:00:00Z, 2026-12-01T16:59:59Z",
    "ERASURE, ACKNOWLEDGEMENT, 2026-11-23T17:30:00Z, 2026-11-26T16:59:59Z",
    "ACCESS, ANSWER, 2026-11-23T02:00:00Z, 2026-12-03T16:59:59Z",
    "CORRECTION, ANSWER, 2026-11-23T02:00:00Z, 2026-12-03T16:59:59Z",
    "WITHDRAWAL, ANSWER, 2026-11-23T02:00:00Z, 2026-12-08T16:59:59Z",
    "OBJECTION, ANSWER, 2026-11-23T02:00:00Z, 2026-12-08T16:59:59Z",
    "ERASURE, ANSWER, 2026-11-23T02:00:00Z, 2026-12-13T16:59:59Z",
    // By the decree before, to the hour; and before that by the company's own rule.
    "ERASURE, ANSWER, 2025-12-31T16:00:00Z, 2026-01-03T16:00:00Z",
    "ERASURE, ANSWER, 2025-12-31T17:00:00Z, 2026-01-21T16:59:59Z",
    "ERASURE, ANSWER, 2023-06-30T02:00:00Z, 2023-07-30T16:59:59Z",
  })
  void deadline_isOfTheRuleThatWasValidWhenItCame(
      Kind kind, Limited limited, Instant received, Instant due) {
    assertThat(law.deadline(kind, limited, received).due()).isEqualTo(due);
  }

  @Test
  void deadline_ofARequestOlderThanEveryRule_isOfTheOldest() {
    var received = Instant.parse("1999-01-01T00:00:00Z");

    assertThat(law.deadline(Kind.ACCESS, Limited.ANSWER, received).rule())
        .isEqualTo("company-2000");
  }

  @Test
  void extended_isAddedToTheAnswer_whereTheLawAllowsIt() {
    var received = Instant.parse("2026-11-23T02:00:00Z");
    var answer = law.deadline(Kind.ERASURE, Limited.ANSWER, received);

    assertThat(law.extended(Kind.ERASURE, received, answer).orElseThrow().due())
        .isEqualTo(Instant.parse("2027-01-02T16:59:59Z"));
    assertThat(law.extended(Kind.ERASURE, Instant.parse("2024-11-23T02:00:00Z"), answer)).isEmpty();
  }

  @Test
  void parse_ofAFileThatLacksARule_isRefused() {
    var lines =
        List.of(
            "rule;valid_from;kind;clock;amount;unit;article",
            "x;2026-01-01;ALL;ANSWER;10;DAYS;art. 1");

    assertThatThrownBy(() -> LawPack.parse(lines)).hasMessageContaining("ACCESS");
    assertThatThrownBy(() -> LawPack.parse(List.of("head", "x;y"))).hasMessageContaining("7 cells");
  }
}
