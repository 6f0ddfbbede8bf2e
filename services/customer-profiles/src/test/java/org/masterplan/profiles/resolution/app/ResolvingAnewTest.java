package org.masterplan.profiles.resolution.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.StoredProfiles;
import org.masterplan.profiles.identity.app.Features;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.engine.EngineLearner;
import org.masterplan.profiles.identity.engine.EngineMatching;
import org.masterplan.profiles.identity.engine.Learning;
import org.masterplan.profiles.identity.engine.MadeUp;
import org.masterplan.profiles.identity.mongo.MongoJournal;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;
import org.masterplan.profiles.resolution.jobs.ApplyWork;
import org.masterplan.profiles.resolution.jobs.PrepareWork;
import org.masterplan.profiles.source.domain.SourceRecord;

class ResolvingAnewTest {
  private static final ResolvingAnew.Act LAN =
      new ResolvingAnew.Act(new Actor("lan@data", Set.of(), Set.of(), ""), "new sources");
  private static final ResolvingAnew.Act HA =
      new ResolvingAnew.Act(new Actor("ha@data", Set.of(), Set.of(), ""), "looked at");
  private static final int PART = 25;
  private static final Identity.Steward STEWARD = new Identity.Steward("lan@data", "papers");

  private final AtomicLong ids = new AtomicLong();
  private final InMemoryResolutions resolutions = new InMemoryResolutions();
  private StoredProfiles stored;
  private ResolvingAnew resolving;
  private List<SourceRecord> loaded;

  /** It never learns by itself: what is loaded is matched by shared keys until a person asks. */
  @BeforeEach
  void load() {
    var never = new Learning(500, 4, 0);
    stored =
        new StoredProfiles(
            "anew",
            (models, people) ->
                new EngineMatching(models, StoredProfiles.lessons(people), never, clock()));
    resolving =
        resolving(Optional.of(new EngineLearner(StoredProfiles.lessons(stored.people()), clock())));
    loaded = MadeUp.records(3, 80);
    stored.records.store(loaded);
    stored.identity.resolve(loaded, "loader");
    stored.projection.catchUp();
  }

  private static java.time.Clock clock() {
    return java.time.Clock.systemUTC();
  }

  private ResolvingAnew resolving(Optional<org.masterplan.profiles.identity.app.Learner> learner) {
    return new ResolvingAnew(
        new ResolvingAnew.Around(
            resolutions, stored.models, learner, _ -> Interrupted.Work.NONE, PART),
        new ResolvingAnew.Changed(stored.identity, stored.succession, stored.projection),
        new ResolvingAnew.Minting(() -> "r-" + ids.incrementAndGet(), clock()));
  }

  private Resolution prepared() {
    return resolving.prepare(resolving.ask(LAN).name());
  }

  private Set<LongSet> profiles() {
    return stored.identity.ask(
        roster -> {
          var profiles = new java.util.HashSet<LongSet>();
          for (long id : roster.live()) {
            profiles.add(roster.members(id));
          }
          return profiles;
        });
  }

  private Resolution apply(Resolution ready) {
    var applying = resolving.apply(ready.name(), ready.revision(), LAN);
    return resolving.carryOut(applying.name(), 0, (_, _) -> {});
  }

  @Test
  void prepare_showsWhatWouldChange_andChangesNothing() {
    var before = profiles();
    long decided = stored.identity.<Long>ask(roster -> roster.applied());

    var ready = prepared();

    assertThat(ready.state()).isEqualTo(Resolution.State.READY);
    assertThat(ready.effect().records()).isEqualTo(loaded.size());
    assertThat(ready.effect().profilesBefore()).isEqualTo(before.size());
    assertThat(ready.effect().profilesAfter()).isLessThan(before.size());
    assertThat(ready.effect().merged()).isPositive();
    assertThat(ready.effect().samples()).hasSizeLessThanOrEqualTo(2 * Effect.SAMPLES);
    assertThat(profiles()).isEqualTo(before);
    assertThat(stored.identity.<Long>ask(roster -> roster.applied())).isEqualTo(decided);
    assertThat(stored.models.after(0)).isEmpty();
  }

  @Test
  void apply_changesWhatWasShown_andIsStillSoAfterAStart() {
    var ready = prepared();

    var applied = apply(ready);

    assertThat(applied.state()).isEqualTo(Resolution.State.APPLIED);
    assertThat(profiles()).hasSize((int) ready.effect().profilesAfter());
    ready.effect().samples().stream()
        .filter(sample -> sample.profiles().size() > 1)
        .forEach(sample -> assertThat(profiles()).containsAll(sample.persons()));
    assertThat(stored.cards.count(new org.masterplan.kernel.query.Filter.All()))
        .isEqualTo(profiles().size());
    assertThat(stored.opened().<Integer>ask(roster -> roster.liveProfiles()))
        .isEqualTo(profiles().size());
    assertThat(prepared().effect().merged()).isZero();
    assertThat(resolutions.acts())
        .startsWith(
            "RESOLUTION_ASKED",
            "RESOLUTION_PREPARED",
            "RESOLUTION_APPLIED",
            "RESOLUTION_CARRIED_OUT");
  }

  @Test
  void carryOut_interruptedAndBegunAgain_endsTheSame() {
    var ready = prepared();
    resolving.apply(ready.name(), ready.revision(), LAN);
    assertThatThrownBy(
            () ->
                resolving.carryOut(
                    ready.name(),
                    0,
                    (_, _) -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    var applied = resolving.carryOut(ready.name(), 0, (_, _) -> {});

    assertThat(applied.state()).isEqualTo(Resolution.State.APPLIED);
    assertThat(profiles()).hasSize((int) ready.effect().profilesAfter());
    assertThat(resolving.carryOut(ready.name(), 0, (_, _) -> {})).isEqualTo(applied);
  }

  @Test
  void carryOut_cutOffAfterEachPart_goesOnFromThere_andEndsAsUndisturbed() {
    apply(prepared());
    var undisturbed = profiles();
    load();
    var ready = prepared();
    resolving.apply(ready.name(), ready.revision(), LAN);
    var work = new ApplyWork(resolving, ResolvingAnewTest::told);
    var run = new CutRun(PrepareWork.payload(ready), Map.of());
    var marks = new ArrayList<Long>();

    while (cutOff(work, run)) {
      marks.add(Long.parseLong(run.reached.get("after")));
      assertThat(marks).hasSizeLessThanOrEqualTo(loaded.size());
      run = new CutRun(run.payload(), run.reached);
    }

    assertThat(marks).isSorted().doesNotHaveDuplicates();
    assertThat(marks).hasSize((loaded.size() + PART - 1) / PART);
    assertThat(resolving.get(ready.name()).state()).isEqualTo(Resolution.State.APPLIED);
    assertThat(profiles()).isEqualTo(undisturbed);
  }

  private static Message told(Resolution resolution) {
    return StringValue.of(resolution.name().toString());
  }

  private static boolean cutOff(ApplyWork work, CutRun run) {
    try {
      work.run(run);
      return false;
    } catch (CutRun.Killed e) {
      return true;
    }
  }

  @Test
  void carryOut_isInTheNameOfWhoAppliedIt() {
    var ready = prepared();
    long before = stored.identity.<Long>ask(roster -> roster.applied());
    resolving.apply(ready.name(), ready.revision(), HA);

    resolving.carryOut(ready.name(), 0, (_, _) -> {});

    var decisions = new MongoJournal(stored.database).after(before, 100);
    assertThat(decisions)
        .isNotEmpty()
        .allMatch(each -> each.by().actor().equals("ha@data"))
        .allMatch(each -> each.by().reason().equals("looked at"));
    assertThat(resolutions.entries.getLast().actor()).isEqualTo("ha@data");
    assertThat(resolutions.entries.getLast().reason()).isEqualTo("looked at");
    assertThat(resolving.get(ready.name()).asked().by()).isEqualTo("lan@data");
  }

  @Test
  void carryOut_killedBeforeTheDraftWasForgotten_forgetsItTheNextTime() {
    var ready = prepared();
    var draft = stored.models.aside(ready.name().id()).orElseThrow();
    apply(ready);
    stored.models.setAside(ready.name().id(), draft);

    resolving.carryOut(ready.name(), 0, (_, _) -> {});

    assertThat(stored.models.aside(ready.name().id())).isEmpty();
  }

  @Test
  void split_onAnotherInstance_leavesTogetherWhatTheAppliedModelLinks() {
    var before = profiles();
    var other = stored.opened();
    apply(prepared());
    // A record without which the others hang together by what was learned, and not by keys.
    long first =
        profiles().stream()
            .flatMapToLong(each -> Arrays.stream(each.toArray()))
            .filter(one -> newly(mates(one), before))
            .findFirst()
            .orElseThrow();
    var rest = mates(first);

    var name = ProfileId.name(other.<Long>ask(roster -> roster.profileOf(first)));
    other.split(name, LongSet.of(first), STEWARD);

    assertThat(profiles()).contains(rest);
  }

  @Test
  void links_onAnotherInstance_areOfTheAppliedModel() {
    var other = stored.opened();
    apply(prepared());
    var features = loaded.stream().map(Features::of).toList();

    assertThat(other.links(features)).isEqualTo(stored.identity.links(features));
  }

  /** The others that are one person with that record. */
  private LongSet mates(long record) {
    return profiles().stream()
        .filter(each -> each.contains(record))
        .findFirst()
        .orElseThrow()
        .minus(LongSet.of(record));
  }

  private static boolean newly(LongSet some, Set<LongSet> before) {
    return some.size() > 1 && before.stream().noneMatch(each -> some.minus(each).isEmpty());
  }

  @Test
  void apply_leavesTheWordsOfStewards() {
    var first = prepared().effect().samples().getFirst();
    var one = ProfileId.name(first.profiles().get(0));
    var other = ProfileId.name(first.profiles().get(1));
    stored.identity.merge(List.of(one, other), STEWARD);
    var part = first.persons().getFirst().filter(r -> r == first.persons().getFirst().toArray()[0]);
    stored.identity.split(one, part, STEWARD);

    apply(prepared());

    long alone = part.toArray()[0];
    var rest = first.persons().getFirst().minus(part).toArray();
    assertThat(stored.identity.<Long>ask(r -> r.profileOf(alone)))
        .isNotEqualTo(stored.identity.<Long>ask(r -> r.profileOf(rest[0])));
  }

  @Test
  void discard_forgets_andCannotBeApplied() {
    var ready = prepared();

    var discarded = resolving.discard(ready.name(), ready.revision(), LAN);

    assertThat(stored.models.aside(ready.name().id())).isEmpty();
    assertThatThrownBy(() -> resolving.apply(ready.name(), discarded.revision(), LAN))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("RESOLUTION_STATE");
    assertThat(resolving.prepare(ready.name())).isEqualTo(discarded);
  }

  @Test
  void apply_ofWhatNobodyHasSeen_orIsOvertaken_isRefused() {
    var first = prepared();
    var second = prepared();
    assertThatThrownBy(() -> resolving.apply(first.name(), first.revision() - 1, LAN))
        .isInstanceOf(Stale.class);
    apply(second);

    assertThatThrownBy(() -> resolving.apply(first.name(), first.revision(), LAN))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("RESOLUTION_OVERTAKEN");
  }

  @Test
  void carryOut_overtakenInBetween_changesNothing() {
    var first = prepared();
    var second = prepared();
    resolving.apply(first.name(), first.revision(), LAN);
    stored.succession.adopt(stored.models.aside(second.name().id()).orElseThrow());
    var before = profiles();

    assertThatThrownBy(() -> resolving.carryOut(first.name(), 0, (_, _) -> {}))
        .isInstanceOf(WrongState.class);

    assertThat(resolving.get(first.name()).state()).isEqualTo(Resolution.State.DISCARDED);
    assertThat(profiles()).isEqualTo(before);
  }

  @Test
  void ask_whileAnotherIsPreparedOrApplied_isRefused_andNamesIt() {
    var first = resolving.ask(LAN);
    refusedBeside(first, "PREPARING");
    var ready = resolving.prepare(first.name());
    resolving.apply(ready.name(), ready.revision(), LAN);
    refusedBeside(first, "APPLYING");

    resolving.carryOut(first.name(), 0, (_, _) -> {});

    assertThat(resolving.ask(HA).state()).isEqualTo(Resolution.State.PREPARING);
  }

  private void refusedBeside(Resolution other, String state) {
    var refused = catchThrowableOfType(WrongState.class, () -> resolving.ask(HA));
    assertThat(refused.reason()).isEqualTo("RESOLUTION_UNDER_WAY");
    assertThat(refused.about()).isEqualTo(Map.of("name", other.name().toString(), "state", state));
  }

  @Test
  void ask_twiceAtOneTime_leavesNoTwo() {
    resolutions.amidAdding = () -> resolutions.hold(meanwhile());

    assertThatThrownBy(() -> resolving.ask(LAN)).hasMessageContaining("RESOLUTION_UNDER_WAY");

    assertThat(resolutions.find("r-1").orElseThrow().state()).isEqualTo(Resolution.State.DISCARDED);
  }

  private static Resolution meanwhile() {
    var name = new org.masterplan.kernel.ResourceName("resolutions", "r-other");
    return Resolution.ask(name, new Resolution.Asked("ha@data", clock().instant(), "too"));
  }

  @Test
  void apply_besideOneThatIsPrepared_isRefused_andNamesIt() {
    var ready = prepared();
    var other = resolving.ask(HA);

    var refused =
        catchThrowableOfType(
            WrongState.class, () -> resolving.apply(ready.name(), ready.revision(), LAN));

    assertThat(refused.reason()).isEqualTo("RESOLUTION_UNDER_WAY");
    assertThat(refused.about())
        .isEqualTo(Map.of("name", other.name().toString(), "state", "PREPARING"));
    assertThat(resolving.get(ready.name())).isEqualTo(ready);
  }

  @Test
  void ask_whereNothingIsLearned_isRefused() {
    var exact = resolving(Optional.empty());

    assertThatThrownBy(() -> exact.ask(LAN))
        .isInstanceOf(WrongState.class)
        .hasMessageContaining("MATCHING_LEARNS_NOTHING");
  }

  @Test
  void get_ofNoneOfThatName_isNotFound() {
    var name = new org.masterplan.kernel.ResourceName("resolutions", "none");

    assertThatThrownBy(() -> resolving.get(name)).isInstanceOf(NotFound.class);
  }
}
