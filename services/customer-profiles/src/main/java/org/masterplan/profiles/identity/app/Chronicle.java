package org.masterplan.profiles.identity.app;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.identity.domain.Roster;

/**
 * The roster, how far it has followed the journal, and the decisions that came last, which are at
 * hand without reading them again. Not for several threads.
 */
final class Chronicle {
  private static final int READ_AT_ONCE = 200;

  /** What is remembered holds at most so many decisions, and so many moves but for the last one. */
  private static final int REMEMBERED = 256;

  private static final int MOVES = 20_000;

  private final Journal journal;
  private final Roster roster = new Roster();
  private final ArrayDeque<Decision> recent = new ArrayDeque<>();
  private int moves;

  Chronicle(Journal journal) {
    this.journal = journal;
  }

  Roster roster() {
    return roster;
  }

  /** Takes in what the journal has besides; answers whether there was anything. */
  boolean catchUp(Consumer<Decision> then) {
    long before = roster.applied();
    List<Decision> more;
    do {
      more = journal.after(roster.applied(), READ_AT_ONCE);
      for (var decision : more) {
        take(decision);
        then.accept(decision);
      }
    } while (more.size() == READ_AT_ONCE);
    return roster.applied() > before;
  }

  /**
   * Appends a decision and takes it in; false, and nothing is changed, if somebody else has decided
   * first.
   */
  boolean append(Decision decision) {
    if (!journal.append(decision)) {
      return false;
    }
    take(decision);
    return true;
  }

  /** The decisions after that number that are part of the roster, in order, at most so many. */
  List<Decision> since(long number, int limit) {
    if (number >= roster.applied()) {
      return List.of();
    }
    if (recent.isEmpty() || recent.getFirst().number() > number + 1) {
      return journal.after(number, limit).stream()
          .filter(decision -> decision.number() <= roster.applied())
          .toList();
    }
    return recent.stream().filter(each -> each.number() > number).limit(limit).toList();
  }

  private void take(Decision decision) {
    roster.apply(decision);
    recent.addLast(decision);
    moves += decision.moves().size();
    while (recent.size() > REMEMBERED || moves > MOVES && recent.size() > 1) {
      moves -= recent.removeFirst().moves().size();
    }
  }
}
