package org.masterplan.profiles.identity.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.WrongState;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Constraint;
import org.masterplan.profiles.identity.domain.Constraints;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Naming;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.domain.Shift;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * The writer of identity. A decision counts once the journal has it. The journal hands out each
 * number once, so of several instances that decide at the same time one wins and the others first
 * take in what it decided: there is one order of decisions, whoever makes them.
 */
public final class Identity {
  private static final int REPLAYED_AT_ONCE = 200;
  private static final int PUT_AT_ONCE = 1000;
  private static final Steward ITSELF = new Steward("customer-profiles", "");

  private final Journal journal;
  private final Matching matching;
  private final Records records;
  private final LongSupplier newProfiles;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Roster roster = new Roster();

  /** What the matching said is affected, and no decision has looked at yet. */
  private LongSet owed = LongSet.of();

  /** Who decides, and why. */
  public record Steward(String actor, String reason) {}

  private record Proposal(
      Cause cause, Naming.Named named, List<Constraint> constraints, long model) {}

  public Identity(Journal journal, Matching matching, Records records, Minting minting) {
    this.journal = journal;
    this.matching = matching;
    this.records = records;
    this.newProfiles = minting.profiles();
    this.clock = minting.clock();
  }

  /**
   * Where new things come from.
   *
   * @param profiles new profile ids, each below {@link ProfileId#LIMIT}
   */
  public record Minting(LongSupplier profiles, Clock clock) {}

  /** Rebuilds the state from the journal and the records; called once, before anything else. */
  public void open() {
    locked(
        () -> {
          replay(_ -> {});
          var batch = new ArrayList<Features>(PUT_AT_ONCE);
          records.each("", record -> collect(record, batch));
          matching.admit(batch);
          return roster.applied();
        });
  }

  /** Groups these records, which are stored already, with all others. */
  public void resolve(List<SourceRecord> batch, String actor) {
    if (batch.isEmpty()) {
      return;
    }
    var features = batch.stream().map(Features::of).toList();
    var changed = LongSet.of(batch.stream().mapToLong(SourceRecord::number).toArray());
    locked(
        () -> {
          renew();
          owed = owed.plus(matching.put(features));
          regroup(new Steward(actor, ""), () -> changed, changed);
          return roster.applied();
        });
  }

  /**
   * Groups these records anew, and all that hangs on them, by what the matching says now; answers
   * all that were looked at.
   */
  public LongSet resolveAgain(LongSet some, Steward steward) {
    return locked(() -> regroup(steward, () -> some.filter(this::live), LongSet.of()));
  }

  /** Makes the profiles one; answers the id that it keeps. */
  public long merge(List<String> names, Steward steward) {
    return decideSettled(
        steward,
        () -> {
          var together = LongSet.of();
          for (var name : names) {
            together = together.plus(roster.members(present("profiles", name)));
          }
          return merged(together, names);
        },
        () -> present("profiles", names.getFirst()));
  }

  /** Parts the records from the rest of the profile; answers the ids it has become. */
  public List<Long> split(String name, LongSet apart, Steward steward) {
    var before = new ArrayList<LongSet>();
    return decideSettled(
        steward,
        () -> {
          var all = roster.members(present("name", name));
          before.clear();
          before.add(all);
          return parted(all, apart);
        },
        () -> profilesOf(before.getFirst()));
  }

  /** Forgets records: they are in no profile any more, and the rest is grouped without them. */
  public void remove(LongSet gone, Steward steward) {
    locked(
        () -> {
          decide(
              steward,
              () -> new Proposal(Cause.ERASED, naming().remove(gone), List.of(), 0),
              roster::applied);
          owed = owed.plus(matching.remove(gone));
          return regroup(steward, LongSet::of, LongSet.of());
        });
  }

  /** Asks the state as of the newest decision of any instance. */
  public <T> T ask(Function<Roster, T> question) {
    return locked(
        () -> {
          catchUp();
          return question.apply(roster);
        });
  }

  /** What links the two records, if anything does. */
  public List<Link> links(List<Features> some) {
    return locked(
        () -> {
          renew();
          var found = new ArrayList<Link>();
          for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
              link(some.get(i), some.get(j)).ifPresent(found::add);
            }
          }
          return found;
        });
  }

  /** What links records, for people. */
  public String method() {
    return matching.method();
  }

  private java.util.Optional<Link> link(Features left, Features right) {
    var pair = LongSet.of(left.record(), right.record());
    for (var word : roster.constraints().about(pair)) {
      if (word instanceof Constraint.Together(var some) && some.and(pair).size() == 2) {
        var said = List.of(new Link.Contribution("steward", "SAME_PERSON", 30, 0));
        return java.util.Optional.of(new Link(left.record(), right.record(), 30, 1, said));
      }
    }
    return roster.constraints().apart(left.record(), right.record())
        ? java.util.Optional.empty()
        : matching.link(left, right);
  }

  private Proposal merged(LongSet together, List<String> names) {
    var said = new Constraint.Together(together);
    var affected = whole(together);
    var trial = trial(affected, List.of(said));
    var groups = matching.group(affected, trial);
    if (groups.stream().noneMatch(group -> together.minus(group).isEmpty())) {
      throw new WrongState("NATIONAL_IDS_DIFFER", Map.of("profiles", String.join(", ", names)));
    }
    return new Proposal(Cause.MERGED, naming().name(groups, LongSet.of()), List.of(said), 0);
  }

  private Proposal parted(LongSet all, LongSet apart) {
    var rest = all.minus(apart);
    if (rest.isEmpty() || !apart.minus(all).isEmpty()) {
      throw InvalidFields.of("records", "SPLIT_RECORDS", Map.of());
    }
    var said = new ArrayList<Constraint>();
    said.add(new Constraint.Apart(apart, rest));
    if (apart.size() > 1) {
      said.add(new Constraint.Together(apart));
    }
    var affected = whole(all);
    var groups = matching.group(affected, trial(affected, said));
    return new Proposal(Cause.SPLIT, naming().name(groups, LongSet.of()), said, 0);
  }

  private Constraints trial(LongSet records, List<Constraint> said) {
    var trial = roster.constraints().copy(records);
    said.forEach(trial::add);
    return trial;
  }

  /** Grows the set until it holds whole profiles and everything linked to them. */
  private LongSet whole(LongSet seeds) {
    var set = seeds;
    while (true) {
      var grown = matching.reach(set);
      var more = new ArrayList<Long>();
      for (long record : grown.toArray()) {
        long profile = roster.profileOf(record);
        if (profile != Move.NONE) {
          for (long mate : roster.members(profile).toArray()) {
            more.add(mate);
          }
        }
      }
      grown = grown.plus(LongSet.of(more)).plus(said(grown));
      if (grown.size() == set.size()) {
        return grown;
      }
      set = grown;
    }
  }

  private LongSet said(LongSet records) {
    var said = LongSet.of();
    for (var word : roster.constraints().about(records)) {
      if (word instanceof Constraint.Together(var some)) {
        said = said.plus(some);
      }
    }
    return said;
  }

  /**
   * Groups these records, with all that is owed, and everybody where something newer was learned
   * than they were all grouped by; answers all that were looked at.
   */
  private LongSet regroup(Steward steward, Supplier<LongSet> some, LongSet changed) {
    var looked = new ArrayList<LongSet>();
    var seen =
        decide(
            steward,
            () -> {
              var outdated = matching.outdated(roster.groupedBy());
              var due = some.get().plus(owed.plus(outdated).filter(this::live));
              looked.add(whole(due));
              var groups = matching.group(looked.getLast(), roster.constraints());
              var model = outdated.isEmpty() ? 0 : matching.model();
              return new Proposal(Cause.RESOLVED, naming().name(groups, changed), List.of(), model);
            },
            looked::getLast);
    owed = LongSet.of();
    return seen;
  }

  /** What a person says is about the profiles as they are by the newest that was learned. */
  private <T> T decideSettled(Steward steward, Supplier<Proposal> proposing, Supplier<T> answer) {
    return locked(
        () -> {
          renew();
          if (!owed.isEmpty() || !matching.outdated(roster.groupedBy()).isEmpty()) {
            regroup(ITSELF, LongSet::of, LongSet.of());
          }
          return decide(steward, proposing, answer);
        });
  }

  private <T> T decide(Steward steward, Supplier<Proposal> proposing, Supplier<T> answer) {
    return locked(
        () -> {
          while (true) {
            renew();
            var decision = decision(proposing.get(), steward);
            boolean nothing =
                decision.moves().isEmpty()
                    && decision.constraints().isEmpty()
                    && decision.model() == 0;
            if (nothing || journal.append(decision)) {
              if (!nothing) {
                roster.apply(decision);
              }
              return answer.get();
            }
          }
        });
  }

  private Decision decision(Proposal proposal, Steward steward) {
    return new Decision(
        roster.applied() + 1,
        new Decision.By(clock.instant(), steward.actor(), proposal.cause(), steward.reason()),
        proposal.named().moves(),
        proposal.named().foundings(),
        proposal.constraints(),
        Shift.of(proposal.named().moves(), roster),
        proposal.model());
  }

  /** Takes in what other instances have decided and learned. */
  private void renew() {
    catchUp();
    matching.renew();
  }

  private boolean live(long record) {
    return roster.profileOf(record) != Move.NONE;
  }

  private void catchUp() {
    replay(this::relearn);
  }

  private void replay(java.util.function.Consumer<Decision> then) {
    List<Decision> more;
    do {
      more = journal.after(roster.applied(), REPLAYED_AT_ONCE);
      for (var decision : more) {
        roster.apply(decision);
        then.accept(decision);
      }
    } while (more.size() == REPLAYED_AT_ONCE);
  }

  /** Another instance has decided: look at the records that it looked at. */
  private void relearn(Decision decision) {
    var present = decision.moves().stream().filter(m -> m.after() != Move.NONE);
    var found = records.findNumbers(present.map(Move::record).toList());
    matching.admit(found.values().stream().map(Features::of).toList());
    var gone = decision.moves().stream().filter(m -> m.after() == Move.NONE);
    matching.remove(LongSet.of(gone.mapToLong(Move::record).toArray()));
  }

  private void collect(SourceRecord record, List<Features> batch) {
    if (roster.profileOf(record.number()) != Move.NONE) {
      batch.add(Features.of(record));
      if (batch.size() == PUT_AT_ONCE) {
        matching.admit(batch);
        batch.clear();
      }
    }
  }

  private long present(String field, String name) {
    return roster.meaning(ProfileId.parse(field, name)).orElseThrow(() -> NotFound.named(name));
  }

  private List<Long> profilesOf(LongSet some) {
    var ids = new java.util.TreeMap<Integer, Long>();
    for (long record : some.toArray()) {
      long id = roster.profileOf(record);
      ids.put(roster.age(id), id);
    }
    return List.copyOf(ids.values());
  }

  private Naming naming() {
    return new Naming(roster, newProfiles);
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
