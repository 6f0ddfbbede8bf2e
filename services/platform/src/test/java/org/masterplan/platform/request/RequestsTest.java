package org.masterplan.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.platform.testkit.MongoTestServer;
import org.masterplan.platform.testkit.TestClock;

class RequestsTest {
  static final byte[] ANSWER = "answer".getBytes(StandardCharsets.UTF_8);

  TestClock clock = TestClock.at(Instant.parse("2026-11-21T02:00:00Z"));
  Requests requests = new Requests(MongoTestServer.database("requests"), clock);

  @Test
  void begin_ofAnAnsweredRequest_givesTheFirstAnswer() {
    assertThat(requests.begin("k", "h")).isEqualTo(new Requests.Known.New());
    requests.answered("k", ANSWER);

    assertThat(requests.begin("k", "h"))
        .isInstanceOfSatisfying(
            Requests.Known.Answered.class, known -> assertThat(known.answer()).isEqualTo(ANSWER));
  }

  @Test
  void begin_whileTheSameRuns_asksToTryAgain() {
    requests.begin("k", "h");

    assertThatThrownBy(() -> requests.begin("k", "h")).isInstanceOf(Stale.class);
  }

  @Test
  void begin_ofAnIdThatMeantSomethingElse_isRefused() {
    requests.begin("k", "h");

    assertThatThrownBy(() -> requests.begin("k", "other")).isInstanceOf(InvalidFields.class);
  }

  @Test
  void begin_afterAFailureOrALostInstance_isNew() {
    requests.begin("k", "h");
    requests.failed("k");
    assertThat(requests.begin("k", "h")).isEqualTo(new Requests.Known.New());

    clock.advance(Requests.RUNS_AT_MOST);

    assertThat(requests.begin("k", "h")).isEqualTo(new Requests.Known.New());
    assertThatThrownBy(() -> requests.begin("k", "h")).isInstanceOf(Stale.class);
  }

  @Test
  void begin_afterADay_isNew_andTheSweeperForgets() {
    requests.begin("k", "h");
    requests.answered("k", ANSWER);
    requests.begin("old", "h");
    clock.advance(Requests.KEPT.plus(Duration.ofSeconds(1)));

    assertThat(requests.begin("k", "h")).isEqualTo(new Requests.Known.New());
    assertThat(requests.sweep()).isEqualTo(1);
  }
}
