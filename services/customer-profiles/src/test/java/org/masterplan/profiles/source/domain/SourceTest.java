package org.masterplan.profiles.source.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

class SourceTest {
  private static final ResourceName CRM = new ResourceName("sources", "crm");
  private static final Replacement.SignOff WORD =
      new Replacement.SignOff(Ways.signature("quan@dairy"));

  Source registered = registered("businessUnits/dairy", List.of("MARKETING"), "CONSENT");

  @Test
  void theWay_hasEightStates_andEachStepLeadsToTheNext() {
    var seen = EnumSet.noneOf(SourceState.class);
    var way = registered;
    for (var step : Ways.STEPS) {
      seen.add(way.state());
      var next = step.apply(way);
      assertThat(
              next.state() == way.state() || way.state().next().equals(Optional.of(next.state())))
          .as("%s to %s", way.state(), next.state())
          .isTrue();
      way = next;
    }

    assertThat(way.state()).isEqualTo(SourceState.RETIRED);
    seen.add(way.state());
    assertThat(seen).containsExactly(SourceState.values());
    assertThat(way.replacement().since()).contains(Ways.NOW);
  }

  @ParameterizedTest
  @EnumSource(SourceState.class)
  void advance_takesOnlyTheNextStep(SourceState state) {
    var source = Ways.to(state, registered);
    for (var wanted : SourceState.values()) {
      boolean said =
          wanted == SourceState.SHADOW
              || wanted == SourceState.MASTER_HERE
              || wanted == SourceState.READ_ONLY;
      if (said && state.next().equals(Optional.of(wanted))) {
        assertThat(source.advance(wanted, Ways.NOW).state()).isEqualTo(wanted);
      } else {
        refuses("SOURCE_STEP", () -> source.advance(wanted, Ways.NOW));
      }
    }
  }

  @Test
  void blockers_nameAllThatIsMissing_andTheFirstRefusesTheStep() {
    var bare = registered("", List.of(), "");
    assertThat(Blocker.of(bare)).containsExactly(Blocker.BLOCKED_MAPPING);
    var loaded = bare.loaded(held(0), Ways.NOW);
    assertThat(loaded.state()).isEqualTo(SourceState.LOADED);
    assertThat(Blocker.of(loaded))
        .containsExactly(Blocker.BLOCKED_MAPPING, Blocker.BLOCKED_RECONCILIATION);
    refuses("BLOCKED_MAPPING", () -> loaded.reconcile(Ways.signed(), Ways.NOW));

    var mapped = loaded.map(Ways.to(SourceState.MAPPED, registered).mapping(), Ways.NOW);
    var reconciled = mapped.reconcile(Ways.signed(), Ways.NOW);
    assertThat(Blocker.of(reconciled))
        .containsExactly(
            Blocker.BLOCKED_UNIT, Blocker.BLOCKED_PURPOSES, Blocker.BLOCKED_LEGAL_BASIS);
    refuses("BLOCKED_UNIT", () -> reconciled.advance(SourceState.SHADOW, Ways.NOW));
    assertThat(Blocker.of(Ways.to(SourceState.RETIRED, registered))).isEmpty();
  }

  @Test
  void counted_afterTheReconciliation_leavesWhatWasSigned() {
    var less = new Source.Holdings(1, 0, Map.of(), Optional.of(Ways.NOW.plusSeconds(60)));
    for (var state : List.of(SourceState.RECONCILED, SourceState.READ_ONLY)) {
      var signed = Ways.to(state, registered);

      var counted = signed.counted(less, Ways.NOW);

      assertThat(counted.holdings().records()).isEqualTo(1);
      assertThat(counted.state()).isEqualTo(state);
      assertThat(counted.hasLoadedSinceReconciled()).isFalse();
      assertThat(counted.counted(less, Ways.NOW)).isSameAs(counted);
    }
  }

  @Test
  void loaded_afterTheReconciliation_asksForAnother() {
    var later = held(60);
    var reconciled = Ways.to(SourceState.RECONCILED, registered);
    assertThat(reconciled.loaded(later, Ways.NOW).state()).isEqualTo(SourceState.LOADED);

    var shadow = Ways.to(SourceState.SHADOW, registered).loaded(later, Ways.NOW);
    assertThat(shadow.state()).isEqualTo(SourceState.SHADOW);
    refuses("BLOCKED_LOADED_SINCE", () -> shadow.advance(SourceState.MASTER_HERE, Ways.NOW));
    var signed = Ways.signed().signed();
    var again =
        new Replacement.Reconciliation(
            Ways.signed().figures(),
            3,
            0,
            new Replacement.Signature(
                signed.by(), signed.at().plus(Duration.ofSeconds(61)), signed.reason()));
    assertThat(shadow.reconcile(again, Ways.NOW).advance(SourceState.MASTER_HERE, Ways.NOW).state())
        .isEqualTo(SourceState.MASTER_HERE);
  }

  private static Source mapped(Source source, String column) {
    var fields = Map.of("phone", ColumnMapping.given(column, ""));
    return source.map(new Mapping("id", fields, true), Ways.NOW);
  }

  private static LoadTally whole(Source source) {
    return new LoadTally("load-2", 3, 0, 1, 0, Ways.NOW, source.mapping().reading());
  }

  @ParameterizedTest
  @EnumSource(
      value = SourceState.class,
      names = {"LOADED", "RECONCILED", "SHADOW", "MASTER_HERE", "READ_ONLY"})
  void mapped_otherwiseThanRowsWereRead_keepsItWhereItIs_untilAllAreReadAnew(SourceState state) {
    var source = mapped(Ways.to(state, registered), "other");

    assertThat(source.state()).isEqualTo(state);
    assertThat(Blocker.of(source)).first().isEqualTo(Blocker.BLOCKED_MAPPED_SINCE);
    if (state.isOpen()) {
      refuses("BLOCKED_MAPPED_SINCE", () -> source.reconcile(Ways.signed(), Ways.NOW));
      var some = source.loaded(held(0), Optional.empty(), Ways.NOW);
      assertThat(Blocker.of(some)).contains(Blocker.BLOCKED_MAPPED_SINCE);
      var anew = source.loaded(held(0), Optional.of(whole(source)), Ways.NOW);
      assertThat(Blocker.of(anew)).doesNotContain(Blocker.BLOCKED_MAPPED_SINCE);
    }
    assertThat(Blocker.of(mapped(source, "phone"))).doesNotContain(Blocker.BLOCKED_MAPPED_SINCE);
  }

  @Test
  void retire_asksForTheOwnersWord_whichGoesBackWithTheState() {
    var readOnly = Ways.to(SourceState.READ_ONLY, registered);
    refuses("BLOCKED_SIGN_OFF", () -> readOnly.retire(Ways.NOW));

    var signed = readOnly.signOff(WORD, Ways.NOW);
    assertThat(signed.retire(Ways.NOW).state()).isEqualTo(SourceState.RETIRED);
    var back = signed.goBack(Ways.NOW);
    assertThat(back.state()).isEqualTo(SourceState.MASTER_HERE);
    refuses(
        "BLOCKED_SIGN_OFF", () -> back.advance(SourceState.READ_ONLY, Ways.NOW).retire(Ways.NOW));
    refuses("SOURCE_STEP", () -> back.signOff(WORD, Ways.NOW));
    refuses("SOURCE_STEP", () -> back.retire(Ways.NOW));
  }

  @ParameterizedTest
  @EnumSource(SourceState.class)
  void rows_comeAsLongAsTheOldDatabaseIsWrittenInto(SourceState state) {
    var source = Ways.to(state, registered);

    switch (state) {
      case READ_ONLY -> refuses("SOURCE_READ_ONLY", source::requireLoadable);
      case RETIRED -> refuses("SOURCE_RETIRED", source::requireLoadable);
      default -> source.requireLoadable();
    }
    switch (state) {
      case SHADOW, MASTER_HERE, READ_ONLY ->
          assertThat(source.goBack(Ways.NOW).state().next()).contains(state);
      default -> refuses("SOURCE_NO_WAY_BACK", () -> source.goBack(Ways.NOW));
    }
  }

  private static void refuses(String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(WrongState.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Source.Holdings held(int seconds) {
    var at = Ways.NOW.plus(Duration.ofSeconds(seconds));
    return new Source.Holdings(2, 1, Map.of(), Optional.of(at));
  }

  private static Source registered(String unit, List<String> purposes, String basis) {
    var description = new Source.Description("CRM", unit, "", purposes, basis, "", "", 0);
    return Source.register(CRM, description, Mapping.NONE, Ways.NOW);
  }
}
