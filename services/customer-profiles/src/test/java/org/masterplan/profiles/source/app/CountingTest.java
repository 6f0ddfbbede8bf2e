package org.masterplan.profiles.source.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.intake.Row;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.Retrospect;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.exact.ExactMatching;
import org.masterplan.profiles.source.domain.ColumnMapping;
import org.masterplan.profiles.source.domain.FieldCount;
import org.masterplan.profiles.source.domain.Load;
import org.masterplan.profiles.source.domain.Mapping;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.source.domain.Source;
import org.masterplan.profiles.source.domain.SourceRecord;
import org.masterplan.profiles.source.domain.SourceState;

/** What sources hold that rows are pushed into: counted in rounds, and right in the end. */
class CountingTest {
  static final ResourceName CRM = new ResourceName("sources", "crm");

  Instant now = Instant.parse("2026-11-21T02:00:00Z");
  InstantSource time = () -> now;
  Clock clock = time.withZone(ZoneOffset.UTC);
  LoadingFixture f = new LoadingFixture();
  InMemoryPushMarks marks = new InMemoryPushMarks();
  Runnable amid = () -> {};
  Runnable before = () -> {};
  Pushing pushing;
  Pushing elsewhere;
  Counting counting;
  BrokenOff brokenOff;
  Identity identity;
  Runnable chore = () -> {};

  @BeforeEach
  void register() {
    var mapping = new Mapping("id", Map.of("email", ColumnMapping.given("mail", "")), false);
    var described = new Source.Description("CRM", "", "", List.of(), "", "", "", 0);
    f.register.register(CRM, described, mapping, LoadingFixture.DATA);
    // Decided a while after it was stored.
    InstantSource later = () -> now.plusMillis(1);
    var profiles =
        new Identity.Minting(new AtomicLong()::incrementAndGet, later.withZone(ZoneOffset.UTC));
    identity = new Identity(f.identity.journal, new ExactMatching(), f.identity.records, profiles);
    var stores = new Loading.Stores(f.held, f.identity.records, f.rejected, f.tombstones, marks);
    var minting = new Loading.Minting(new AtomicLong()::incrementAndGet, clock);
    counting = new Counting(f.register, stores, clock);
    BiConsumer<List<SourceRecord>, String> resolve =
        (batch, actor) -> {
          before.run();
          identity.resolve(batch, actor);
          amid.run();
        };
    pushing =
        new Pushing(
            f.register, stores, marks, new Pushing.Deciding(resolve, () -> chore.run()), minting);
    elsewhere =
        new Pushing(
            f.register, stores, marks, new Pushing.Deciding(resolve, () -> chore.run()), minting);
    brokenOff = new BrokenOff(stores, resolve, new Retrospect(identity));
  }

  private boolean isPlaced(long record) {
    return new Retrospect(identity).isPlaced(record);
  }

  @Test
  void round_countsWhatWasPushed_onceTheMarkHasLapsed() {
    push("1", "an@x.vn");
    push("2", "nobody");
    push("", "x@x.vn");
    push("3", "binh@x.vn");
    now = now.plus(PushMarks.STANDS).minusMillis(1);
    assertThat(counting.round(marks, brokenOff)).isZero();
    assertThat(held().loadedAt()).isEmpty();

    now = now.plusMillis(1);
    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);
    assertThat(held().records()).isEqualTo(2);
    assertThat(held().rejected()).isEqualTo(2);
    assertThat(held().quality()).containsEntry("email", new FieldCount(2, 2, 2));
    assertThat(marks.all()).isEmpty();
    assertThat(counting.round(marks, brokenOff)).isZero();
  }

  @Test
  void pushesThatGoOn_tellWhatTheyChange_withoutCountingAnything() {
    push("1", "an@x.vn");
    push("1", "an@x.vn");
    now = now.plusSeconds(61);
    counting.round(marks, brokenOff);
    assertThat(held().records()).isEqualTo(1);

    for (int n = 2; n <= 9; n++) {
      push("" + n, "p" + n + "@x.vn");
      push("1", n + "@x.vn");
      push("", "x" + n + "@x.vn");
      now = now.plusSeconds(20);
      assertThat(counting.round(marks, brokenOff)).isZero();
    }

    // Told twice a minute, with a push of its own: the last of the nine has not been told yet.
    assertThat(held().records()).isEqualTo(8);
    assertThat(held().rejected()).isEqualTo(6);
    assertThat(held().quality()).containsEntry("email", new FieldCount(8, 8, 1));
    assertThat(held().loadedAt()).isPresent();
    now = now.plusSeconds(61);
    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);
    assertThat(held().records()).isEqualTo(9);
    assertThat(held().rejected()).isEqualTo(8);
    assertThat(held().quality()).containsEntry("email", new FieldCount(9, 9, 9));
  }

  @Test
  void pushesAfterAPause_doNotTellAgainWhatWasCountedMeanwhile() {
    push("1", "an@x.vn");
    now = now.plusSeconds(61);
    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);
    push("2", "binh@x.vn");
    now = now.plusSeconds(40);
    push("3", "chi@x.vn");
    push("4", "dung@x.vn");

    assertThat(held().records()).isEqualTo(4);
    assertThat(held().quality()).containsEntry("email", new FieldCount(4, 4, 1));
  }

  @Test
  void round_inTheMiddleOfAPushThatTakesLong_isFollowedByAnother() {
    amid =
        () -> {
          now = now.plus(PushMarks.STANDS);
          counting.round(marks, brokenOff);
        };
    push("1", "an@x.vn");

    assertThat(marks.all()).hasSize(1);
  }

  @Test
  void round_afterAPushThatBrokeOff_decidesWhatItStored() {
    push("1", "an@x.vn");
    push("2", "binh@x.vn");
    now = now.plusMillis(5);
    breakOff("1", "binh@x.vn");
    breakOff("3", "chi@x.vn");
    assertThat(isPlaced(stored("3").number())).isFalse();
    now = now.plus(PushMarks.STANDS);

    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);

    assertThat(isPlaced(stored("3").number())).isTrue();
    assertThat(profile("1")).isEqualTo(profile("2")).isNotEqualTo(profile("3"));
    assertThat(held().records()).isEqualTo(3);
  }

  @Test
  void round_whereNothingBrokeOff_decidesNothing() {
    push("1", "an@x.vn");
    push("1", "binh@x.vn");
    long decided = identity.ask(Roster::applied);
    now = now.plus(PushMarks.STANDS);

    counting.round(marks, brokenOff);

    assertThat(identity.<Long>ask(Roster::applied)).isEqualTo(decided);
  }

  @Test
  void round_whileAnotherInstanceGoesOn_decidesWhatASilentOneStored() {
    breakOff("1", "an@x.vn");
    for (int n = 0; n < 25; n++) {
      push(elsewhere, "2", n + "@x.vn");
      now = now.plusSeconds(20);
      counting.round(marks, brokenOff);
    }

    assertThat(isPlaced(stored("1").number())).isTrue();
    assertThat(marks.all()).hasSize(1);
    assertThat(held().records()).isEqualTo(1);
  }

  @Test
  void round_afterAPushOfAnErasedPersonThatBrokeOff_takesItBack() {
    breakOff("1", "an@x.vn");
    f.tombstones.mark(List.of(ErasedMarks.ofRecord(stored("1").name())));
    now = now.plus(PushMarks.STANDS);

    counting.round(marks, brokenOff);

    assertThat(f.identity.records.count("crm")).isZero();
    assertThat(held().records()).isZero();
    assertThat(identity.<Integer>ask(Roster::liveRecords)).isZero();
  }

  @Test
  void push_doesAtMostOneThingBesides_thatWrites() {
    var chores = new AtomicInteger();
    chore = chores::incrementAndGet;
    for (int n = 0; n < 20; n++) {
      var marked = marks.all();
      var told = f.register.get(CRM).revision();
      int done = chores.get();
      push("" + n, "p" + n + "@x.vn");
      int writes = marks.all().equals(marked) ? 0 : 1;
      writes += f.register.get(CRM).revision() == told ? 0 : 1;
      assertThat(writes + chores.get() - done).isEqualTo(1);
      now = now.plusSeconds(n % 3 == 0 ? 31 : 1);
    }

    assertThat(held().records()).isPositive();
    assertThat(chores.get()).isPositive();
  }

  @Test
  void push_intoASourceThatIsClosedJustBeforeItIsMarked_bringsNothing() {
    marks.beforeSet = () -> f.bring(CRM, SourceState.READ_ONLY);

    assertThatThrownBy(() -> push("1", "an@x.vn"))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("SOURCE_READ_ONLY");

    assertThat(f.identity.records.count("crm")).isZero();
  }

  @Test
  void round_whereRecordsChangedWithoutRows_countsThem_andLeavesWhatWasSigned() {
    push("1", "an@x.vn");
    push("2", "binh@x.vn");
    now = now.plusSeconds(61);
    counting.round(marks, brokenOff);
    f.bring(CRM, SourceState.RECONCILED);
    var loadedAt = held().loadedAt();
    var known = stored("1");
    pushing.settle(
        Load.pushed("right", CRM, "lan"),
        new PushedChange(0, 0, Map.of()),
        () -> {
          var right = known.content().corrected(Map.of("email", ""), now);
          var next = known.next(right, known.origin());
          return f.identity.records.store(List.of(next)).getFirst();
        });
    f.identity.records.erase(List.of(stored("2")));
    marks.set(PushMarks.Mark.withoutRows("crm", "retention", now));
    now = now.plus(PushMarks.STANDS);

    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);

    assertThat(held().records()).isEqualTo(1);
    assertThat(held().quality()).containsEntry("email", new FieldCount(1, 0, 0));
    assertThat(held().loadedAt()).isEqualTo(loadedAt);
    assertThat(f.register.get(CRM).state()).isEqualTo(SourceState.RECONCILED);
    assertThat(marks.all()).isEmpty();
  }

  @Test
  void round_whereRowsWerePushedToo_asksForAnotherSignature() {
    push("1", "an@x.vn");
    now = now.plusSeconds(61);
    counting.round(marks, brokenOff);
    f.bring(CRM, SourceState.RECONCILED);
    push("1", "an@y.vn");
    now = now.plus(PushMarks.STANDS);
    marks.set(PushMarks.Mark.withoutRows("crm", "here", now.plusSeconds(9)));

    assertThat(counting.round(marks, brokenOff)).isEqualTo(1);

    assertThat(f.register.get(CRM).state()).isEqualTo(SourceState.LOADED);
    assertThat(marks.all()).hasSize(1);
  }

  /** As a kill between the record and the decision, or a store that fails there. */
  private void breakOff(String id, String mail) {
    before =
        () -> {
          throw new IllegalStateException("broken off");
        };
    assertThatThrownBy(() -> push(id, mail)).hasMessage("broken off");
    before = () -> {};
  }

  private SourceRecord stored(String id) {
    var name = new RecordName("crm", id);
    return java.util.Objects.requireNonNull(f.identity.records.find(List.of(name)).get(name));
  }

  private long profile(String id) {
    return identity.ask(roster -> roster.profileOf(stored(id).number()));
  }

  private void push(String id, String mail) {
    push(pushing, id, mail);
  }

  private static void push(Pushing by, String id, String mail) {
    var cells = id.isEmpty() ? Map.of("mail", mail) : Map.of("id", id, "mail", mail);
    by.push(CRM, List.of(new Row.Good(1, cells)), LoadingFixture.DATA);
  }

  private Source.Holdings held() {
    return f.register.get(CRM).holdings();
  }
}
