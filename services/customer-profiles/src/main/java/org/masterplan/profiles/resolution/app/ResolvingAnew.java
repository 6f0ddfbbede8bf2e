package org.masterplan.profiles.resolution.app;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.app.Identity;
import org.masterplan.profiles.identity.app.KeptModel;
import org.masterplan.profiles.identity.app.Learner;
import org.masterplan.profiles.identity.app.Models;
import org.masterplan.profiles.identity.app.Succession;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.profile.app.Projection;
import org.masterplan.profiles.resolution.domain.Effect;
import org.masterplan.profiles.resolution.domain.Resolution;

/**
 * Resolves all records anew: learns of all of them and shows what would change; what is then
 * applied is what was shown, but for records that have come or changed since.
 */
public final class ResolvingAnew {
  /** So many records are looked at between two marks from which it could go on. */
  public static final int PART = 500;

  private final Around around;
  private final OneAtATime oneAtATime;
  private final Identity identity;
  private final Succession succession;
  private final Projection projection;
  private final Supplier<String> ids;
  private final Clock clock;

  /**
   * What it works with.
   *
   * @param learner empty where the matching learns nothing
   * @param works what has become of the work that prepares a resolution, by its id
   * @param part after so many records it could go on if it is interrupted
   */
  public record Around(
      Resolutions resolutions,
      Models models,
      Optional<Learner> learner,
      Function<String, Interrupted.Work> works,
      int part) {}

  /** What it changes. */
  public record Changed(Identity identity, Succession succession, Projection projection) {}

  /** Where new things come from. */
  public record Minting(Supplier<String> resolutions, Clock clock) {}

  /** What a caller wants, and why. */
  public record Act(Actor actor, String reason) {}

  private record Standing(LongSet records, Constraints constraints) {}

  public ResolvingAnew(Around around, Changed changed, Minting minting) {
    this.around = around;
    this.oneAtATime = new OneAtATime(around.resolutions(), around.works());
    this.identity = changed.identity();
    this.succession = changed.succession();
    this.projection = changed.projection();
    this.ids = minting.resolutions();
    this.clock = minting.clock();
  }

  /**
   * Takes the wish down; {@link #prepare} carries it out. Refused where nothing is learned, and
   * while another is prepared or applied, or was discarded and still learns.
   */
  public Resolution ask(Act act) {
    learner();
    var name = new ResourceName("resolutions", ids.get());
    refuse(oneAtATime.beside(name));
    var asked = new Resolution.Asked(act.actor().subject(), clock.instant(), act.reason());
    var resolution = Resolution.ask(name, asked);
    around.resolutions().add(resolution, entry("RESOLUTION_ASKED", act));
    var other = oneAtATime.beside(name);
    if (other.isPresent()) {
      // Both were asked for at one time.
      discard(name, resolution.revision(), act);
    }
    refuse(other);
    return resolution;
  }

  private static void refuse(Optional<WrongState> reason) {
    reason.ifPresent(
        refusal -> {
          throw refusal;
        });
  }

  /** Throws {@link NotFound} if there is none of that name. */
  public Resolution get(ResourceName name) {
    return around.resolutions().find(name.id()).orElseThrow(() -> NotFound.named(name.toString()));
  }

  /** The page that the query asks for. */
  public Slice<Resolution> list(Query query) {
    return around.resolutions().list(query);
  }

  /** Learns, and finds out what would change; one that is ready, or over, is left as it is. */
  public Resolution prepare(ResourceName name) {
    var asked = get(name);
    if (asked.state() != Resolution.State.PREPARING) {
      return asked;
    }
    var learner = learner();
    var standing = identity.ask(ResolvingAnew::standing);
    long newest = around.models().after(0).map(KeptModel::number).orElse(0L);
    var model = learner.learn(standing.records(), newest + 1);
    around.models().setAside(name.id(), model);
    var persons = learner.persons(model, standing.records(), standing.constraints());
    var effect = identity.ask(roster -> Effect.of(persons, roster));
    var now = get(name);
    if (now.state() != Resolution.State.PREPARING) {
      around.models().drop(name.id());
      return now;
    }
    var ready = now.ready(effect, clock.instant());
    around.resolutions().replace(ready, entry("RESOLUTION_PREPARED", ready.asked()));
    return ready;
  }

  /** Decides that it be applied; {@link #carryOut} does it. Refused as {@link #ask} is. */
  public Resolution apply(ResourceName name, long seen, Act act) {
    var read = seen(name, seen);
    if (read.state() == Resolution.State.APPLYING) {
      // Decided before, and perhaps never begun.
      return read;
    }
    var by = new Resolution.Asked(act.actor().subject(), clock.instant(), act.reason());
    var next = read.apply(by);
    refuse(oneAtATime.beside(name));
    if (overtaken(name)) {
      throw stale(name);
    }
    around.resolutions().replace(next, entry("RESOLUTION_APPLIED", act));
    return next;
  }

  /** Decides that it be forgotten. */
  public Resolution discard(ResourceName name, long seen, Act act) {
    var next = seen(name, seen).discard(clock.instant());
    around.resolutions().replace(next, entry("RESOLUTION_DISCARDED", act));
    around.models().drop(name.id());
    return next;
  }

  /** Is told how far the profiles are changed. */
  @FunctionalInterface
  public interface Reached {
    /** After that record it could go on; so many records were looked at since it was told last. */
    void after(long record, int records);
  }

  /**
   * Changes the profiles, in parts; begun again after a record it goes on from there. Refused where
   * something else was learned between the decision and this.
   *
   * @param reached is told of each record after which it could go on
   */
  public Resolution carryOut(ResourceName name, long after, Reached reached) {
    var resolution = get(name);
    if (resolution.state() != Resolution.State.APPLYING) {
      // An earlier run may have been killed before this.
      around.models().drop(name.id());
      return resolution;
    }
    var by = resolution.decidedBy();
    putInForce(resolution);
    regroup(after, new Identity.Steward(by.by(), by.reason()), reached);
    succession.settle();
    var applied = resolution.applied(clock.instant());
    around.resolutions().replace(applied, entry("RESOLUTION_CARRIED_OUT", by));
    around.models().drop(name.id());
    return applied;
  }

  private void putInForce(Resolution resolution) {
    var name = resolution.name();
    var model = around.models().aside(name.id()).orElseThrow(() -> stale(name));
    if (!succession.adopt(model)) {
      var overtaken = resolution.overtaken(clock.instant());
      around
          .resolutions()
          .replace(overtaken, entry("RESOLUTION_OVERTAKEN", resolution.decidedBy()));
      around.models().drop(name.id());
      throw stale(name);
    }
  }

  private void regroup(long after, Identity.Steward steward, Reached reached) {
    var all = identity.ask(roster -> standing(roster).records()).filter(r -> r > after).toArray();
    var looked = new HashSet<Long>();
    for (int from = 0; from < all.length; from += around.part()) {
      int to = Math.min(all.length, from + around.part());
      var some = LongSet.of(Arrays.copyOfRange(all, from, to)).filter(r -> !looked.contains(r));
      Arrays.stream(identity.resolveAgain(some, steward).toArray()).forEach(looked::add);
      projection.catchUp();
      reached.after(all[to - 1], to - from);
    }
  }

  private Resolution seen(ResourceName name, long revision) {
    var resolution = get(name);
    if (resolution.revision() != revision) {
      throw Stale.named(name.toString());
    }
    return resolution;
  }

  private boolean overtaken(ResourceName name) {
    return around
        .models()
        .aside(name.id())
        .map(model -> around.models().after(model.number() - 1).isPresent())
        .orElse(true);
  }

  private Learner learner() {
    return around.learner().orElseThrow(() -> new WrongState("MATCHING_LEARNS_NOTHING", Map.of()));
  }

  private static Standing standing(Roster roster) {
    var records =
        Arrays.stream(roster.live())
            .flatMap(profile -> Arrays.stream(roster.members(profile).toArray()))
            .toArray();
    var all = LongSet.of(records);
    return new Standing(all, roster.constraints().copy(all));
  }

  private static WrongState stale(ResourceName name) {
    return new WrongState("RESOLUTION_OVERTAKEN", Map.of("name", name.toString()));
  }

  private AuditEntry entry(String act, Act by) {
    return new AuditEntry(
        clock.instant(), by.actor().subject(), act, List.of("state"), by.reason());
  }

  private AuditEntry entry(String act, Resolution.Asked by) {
    return new AuditEntry(clock.instant(), by.by(), act, List.of("state"), by.reason());
  }
}
