package org.masterplan.profiles.identity.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.LongSet;
import org.masterplan.profiles.identity.domain.Move;
import org.masterplan.profiles.identity.domain.Naming;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.identity.domain.Roster;
import org.masterplan.profiles.identity.domain.Said;
import org.masterplan.profiles.identity.domain.Shift;
import org.masterplan.profiles.source.app.Records;
import org.masterplan.profiles.source.domain.SourceRecord;

/**
 * The writer of identity. A decision counts once the journal has it. The journal hands out each
 * number once, so of several instances that decide at the same time one wins and the others first
 * take in what it decided: there is one order of decisions, whoever makes them.
 */
public final class Identity {
  private static final int PUT_AT_ONCE = 1000;
  private static final Steward ITSELF = new Steward("customer-profiles", "");

  private final Chronicle chronicle;
  private final Roster roster;
  private final Matching matching;
  private final Deliberation deliberation;
  private final Records records;
  private final LongSupplier newProfiles;
  private final Clock clock;
  private final Turns turns;

  /** What the matching said is affected, and no decision has looked at yet. */
  private LongSet owed = LongSet.of();

  /** When a decision of another instance was last taken in. */
  private Instant othersDecided = Instant.MIN;

  /**
   * What a decision was made on.
   *
   * @param number of the newest decision then
   * @param records those that were given, as they are stored as of that decision
   */
  public record Resolved(long number, List<SourceRecord> records) {
    public static final Resolved NOTHING = new Resolved(0, List.of());
  }

  /** Two records to be weighed. */
  public record Two(Features left, Features right) {}

  /** Who decides, and why. */
  public record Steward(String actor, String reason) {}

  public Identity(Journal journal, Matching matching, Records records, Minting minting) {
    this.chronicle = new Chronicle(journal);
    this.roster = chronicle.roster();
    this.matching = matching;
    this.deliberation = new Deliberation(roster, matching);
    this.records = records;
    this.newProfiles = minting.profiles();
    this.clock = minting.clock();
    this.turns = new Turns(matching, this::install);
  }

  /**
   * Where new things come from.
   *
   * @param profiles new profile ids, each below {@link ProfileId#LIMIT}
   */
  public record Minting(LongSupplier profiles, Clock clock) {}

  /** Rebuilds the state from the journal and the records; called once, before anything else. */
  public void open() {
    turns.alone(
        () -> {
          chronicle.catchUp(_ -> {});
          var batch = new ArrayList<Features>(PUT_AT_ONCE);
          records.each("", record -> collect(record, batch));
          matching.admit(batch);
          return roster.applied();
        });
  }

  /** Groups these records, which are stored already, with all others. */
  public Resolved resolve(List<SourceRecord> batch, String actor) {
    if (batch.isEmpty()) {
      return Resolved.NOTHING;
    }
    return turns.newest(
        () -> {
          var arrived = new Arrived(batch, records, othersDecided);
          regroup(new Steward(actor, ""), () -> due(arrived.newest(roster)));
          return new Resolved(roster.applied(), arrived.seen());
        });
  }

  private Due due(List<SourceRecord> some) {
    owed = owed.plus(matching.put(some.stream().map(Features::of).toList()));
    var changed = LongSet.of(some.stream().mapToLong(SourceRecord::number).toArray());
    return new Due(changed, changed);
  }

  /**
   * Groups these records anew, and all that hangs on them, by what the matching says now; answers
   * all that were looked at.
   */
  public LongSet resolveAgain(LongSet some, Steward steward) {
    return turns.newest(
        () -> {
          catchUp();
          return regroup(steward, () -> new Due(some.filter(this::live), LongSet.of()));
        });
  }

  /** Works with the matching as of the newest decision, while nobody else does. */
  <T> T exclusively(Function<Matching, T> work) {
    return turns.alone(
        () -> {
          catchUp();
          return work.apply(matching);
        });
  }

  /** Groups everybody by what was learned, unless they are; what was found beforehand is over. */
  void settle() {
    turns.newest(
        () -> {
          catchUp();
          regroup(ITSELF, () -> Due.NOTHING);
          matching.settled();
          return roster;
        });
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
          return proposal(Cause.MERGED, deliberation.together(together, names));
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
          return proposal(Cause.SPLIT, deliberation.apart(all, apart));
        },
        () -> roster.profilesOf(before.getFirst()));
  }

  /** What people say of the two in that state. */
  public static Said said(Roster roster, long left, long right) {
    return Deliberation.said(roster.constraints(), left, right);
  }

  /** Takes a word about two records; answers the number of the decision. */
  public long say(long left, long right, Word word, Steward steward) {
    return decideSettled(
        steward,
        () -> {
          if (!live(left) || !live(right)) {
            throw new NotFound("RECORD_GONE", Map.of());
          }
          return proposal(word.cause(), deliberation.word(left, right, word));
        },
        roster::applied);
  }

  /** Forgets records: they are in no profile any more, and the rest is grouped without them. */
  public void remove(LongSet gone, Steward steward) {
    turns.newest(
        () -> {
          catchUp();
          decide(
              steward,
              () -> new Proposal(Cause.ERASED, naming().remove(gone), List.of(), 0),
              roster::applied);
          owed = owed.plus(matching.remove(gone));
          return regroup(steward, () -> Due.NOTHING);
        });
  }

  /** Asks the state as of the newest decision of any instance. */
  public <T> T ask(Function<Roster, T> question) {
    return turns.alone(
        () -> {
          catchUp();
          return question.apply(roster);
        });
  }

  /**
   * Asks the state that is at hand: with all that this instance has decided, perhaps without what
   * others have decided since.
   */
  public <T> T known(Function<Roster, T> question) {
    return turns.alone(() -> question.apply(roster));
  }

  /** The decisions after that number which are part of the state at hand, at most so many. */
  public List<Decision> since(long number, int limit) {
    return turns.alone(() -> chronicle.since(number, limit));
  }

  /** What links the two records, if anything does. */
  public List<Link> links(List<Features> some) {
    return linksWithin(List.of(some)).getFirst();
  }

  /** What links any two of each of these groups, of all groups at one state. */
  public List<List<Link>> linksWithin(List<List<Features>> groups) {
    return turns.newest(
        () -> {
          catchUp();
          return groups.stream().map(deliberation::links).toList();
        });
  }

  /** What speaks for and against the two, linked or not; empty where nothing is weighed. */
  public Optional<Link> weigh(Features left, Features right) {
    return weighAll(List.of(new Two(left, right))).getFirst();
  }

  /** The same of each of these, in their order, of all at one state. */
  public List<Optional<Link>> weighAll(List<Two> pairs) {
    return turns.newest(
        () -> {
          catchUp();
          return pairs.stream().map(two -> matching.weigh(two.left(), two.right())).toList();
        });
  }

  /** Pairs of these records with others that are neither surely one person nor surely two. */
  public List<Doubt> doubts(LongSet some, double least, double most) {
    return turns.newest(
        () -> {
          catchUp();
          return matching.doubts(some.filter(this::live), least, most);
        });
  }

  /** What links records, for people. */
  public String method() {
    return matching.method();
  }

  private Proposal proposal(Cause cause, Deliberation.Verdict verdict) {
    var named = naming().name(verdict.persons(), LongSet.of());
    return new Proposal(cause, named, verdict.said(), 0);
  }

  /**
   * Groups what is due, with all that is owed, and everybody where something newer was learned than
   * they were all grouped by; answers all that were looked at.
   */
  private LongSet regroup(Steward steward, Supplier<Due> asking) {
    var looked = new ArrayList<LongSet>();
    var seen =
        decide(
            steward,
            () -> {
              var due = asking.get();
              var outdated = matching.outdated(roster.groupedBy());
              var besides = owed.plus(outdated).filter(this::live);
              looked.add(deliberation.whole(due.records().plus(besides)));
              var named = naming().name(deliberation.persons(looked.getLast()), due.changed());
              var model = outdated.isEmpty() ? 0 : matching.model();
              return new Proposal(Cause.RESOLVED, named, List.of(), model);
            },
            looked::getLast);
    owed = LongSet.of();
    return seen;
  }

  /** What a person says is about the profiles as they are by the newest that was learned. */
  private <T> T decideSettled(Steward steward, Supplier<Proposal> proposing, Supplier<T> answer) {
    return turns.newest(
        () -> {
          catchUp();
          if (!owed.isEmpty() || !matching.outdated(roster.groupedBy()).isEmpty()) {
            regroup(ITSELF, () -> Due.NOTHING);
          }
          return decide(steward, proposing, answer);
        });
  }

  /**
   * The first try is by the state at hand, without reading whether it is the newest: the journal
   * refuses a number that is taken. That there is nothing to decide is said of the newest alone.
   */
  private <T> T decide(Steward steward, Supplier<Proposal> proposing, Supplier<T> answer) {
    while (true) {
      var decision = decision(proposing.get(), steward);
      boolean nothing =
          decision.moves().isEmpty() && decision.constraints().isEmpty() && decision.model() == 0;
      if (!nothing && chronicle.append(decision)) {
        return answer.get();
      }
      boolean newest = !catchUp();
      turns.requireNewest();
      if (newest && nothing) {
        return answer.get();
      }
    }
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

  /** Makes the successor ready beside all work, and lets it match; false if it stands not. */
  boolean install(Successor successor) {
    try {
      successor.prepare(known(r -> r.constraints().copy(r.everybody())));
      return exclusively(_ -> successor.stand());
    } finally {
      // Whatever has happened, and also while the journal cannot be read.
      turns.alone(
          () -> {
            successor.abandon();
            return roster;
          });
    }
  }

  private boolean live(long record) {
    return roster.profileOf(record) != Move.NONE;
  }

  private boolean catchUp() {
    return chronicle.catchUp(this::relearn);
  }

  /** Another instance has decided: look at the records that it looked at. */
  private void relearn(Decision decision) {
    othersDecided = clock.instant();
    turns.othersDecided();
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

  private Naming naming() {
    return new Naming(roster, newProfiles);
  }
}
