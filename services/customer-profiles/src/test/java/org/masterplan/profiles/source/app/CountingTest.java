package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.Source;

/** What sources hold that rows are pushed into: counted in rounds, and right in the end. */
class CountingTest {
  static final ResourceName CRM = new ResourceName("sources", "crm");

  Instant now = Instant.parse("2026-11-21T02:00:00Z");
  InstantSource time = () -> now;
  Clock clock = time.withZone(ZoneOffset.UTC);
  LoadingFixture f = new LoadingFixture();
  InMemoryPushMarks marks = new InMemoryPushMarks();
  Runnable amid = () -> {};
  Pushing pushing;
  Counting counting;

  @BeforeEach
  void register() {
    var mapping = new Mapping("id", Map.of("email", ColumnMapping.given("mail", "")), false);
    var described = new Source.Description("CRM", "", "", List.of(), "", "", "", 0);
    f.register.register(CRM, described, mapping, LoadingFixture.DATA);
    var stores = new Loading.Stores(f.held, f.identity.records, f.rejected, f.tombstones);
    var minting = new Loading.Minting(new AtomicLong()::incrementAndGet, clock);
    counting = new Counting(f.register, stores, clock);
    pushing =
        new Pushing(
            f.register,
            stores,
            marks,
            (batch, actor) -> {
              f.identity.identity.resolve(batch, actor);
              amid.run();
            },
            minting);
  }

  @Test
  void round_countsWhatWasPushed_onceTheMarkHasLapsed() {
    push("1", "an@x.vn");
    push("2", "nobody");
    push("", "x@x.vn");
    push("3", "binh@x.vn");
    now = now.plus(PushMarks.STANDS).minusMillis(1);
    assertThat(counting.round(marks)).isZero();
    assertThat(held().loadedAt()).isEmpty();

    now = now.plusMillis(1);
    assertThat(counting.round(marks)).isEqualTo(1);
    assertThat(held().records()).isEqualTo(2);
    assertThat(held().rejected()).isEqualTo(2);
    assertThat(held().quality()).containsEntry("email", new FieldCount(2, 2, 2));
    assertThat(marks.all()).isEmpty();
    assertThat(counting.round(marks)).isZero();
  }

  @Test
  void pushesThatGoOn_tellWhatTheyChange_withoutCountingAnything() {
    push("1", "an@x.vn");
    push("1", "an@x.vn");
    now = now.plusSeconds(61);
    counting.round(marks);
    assertThat(held().records()).isEqualTo(1);

    for (int n = 2; n <= 9; n++) {
      push("" + n, "p" + n + "@x.vn");
      push("1", n + "@x.vn");
      push("", "x" + n + "@x.vn");
      now = now.plusSeconds(20);
      assertThat(counting.round(marks)).isZero();
    }

    // Told twice a minute: the last two of the nine have not been told yet.
    assertThat(held().records()).isEqualTo(7);
    assertThat(held().rejected()).isEqualTo(6);
    assertThat(held().quality()).containsEntry("email", new FieldCount(7, 7, 1));
    assertThat(held().loadedAt()).isPresent();
    now = now.plusSeconds(61);
    assertThat(counting.round(marks)).isEqualTo(1);
    assertThat(held().records()).isEqualTo(9);
    assertThat(held().rejected()).isEqualTo(8);
    assertThat(held().quality()).containsEntry("email", new FieldCount(9, 9, 9));
  }

  @Test
  void pushesAfterAPause_doNotTellAgainWhatWasCountedMeanwhile() {
    push("1", "an@x.vn");
    now = now.plusSeconds(61);
    assertThat(counting.round(marks)).isEqualTo(1);
    push("2", "binh@x.vn");
    now = now.plusSeconds(40);
    push("3", "chi@x.vn");

    assertThat(held().records()).isEqualTo(2);
    assertThat(held().quality()).containsEntry("email", new FieldCount(2, 2, 1));
  }

  @Test
  void round_inTheMiddleOfAPushThatTakesLong_isFollowedByAnother() {
    amid =
        () -> {
          now = now.plus(PushMarks.STANDS);
          counting.round(marks);
        };
    push("1", "an@x.vn");

    assertThat(marks.all()).hasSize(1);
  }

  private void push(String id, String mail) {
    var cells = id.isEmpty() ? Map.of("mail", mail) : Map.of("id", id, "mail", mail);
    pushing.push(CRM, List.of(new Row.Good(1, cells)), LoadingFixture.DATA);
  }

  private Source.Holdings held() {
    return f.register.get(CRM).holdings();
  }
}
