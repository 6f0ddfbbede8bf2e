package org.masterplan.profiles.privacy.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.Decision;
import org.masterplan.profiles.privacy.domain.Relocation;
import org.masterplan.profiles.privacy.domain.Standstill;

/**
 * Tells those who filed something under a profile what became of it, decision by decision. A
 * service is told the next one of a profile only after it has confirmed the last, so that a split
 * never overtakes its merge. One that is away holds up nobody else, and a move that it refuses
 * holds up nobody whom it does not concern.
 */
public final class TellingMoves {
  private static final int DECISIONS = 50;

  private final Journal journal;
  private final Moving moving;
  private final Holders holders;
  private final Memory memory;

  public TellingMoves(Journal journal, Moving moving, Holders holders, Memory memory) {
    this.journal = journal;
    this.moving = moving;
    this.holders = holders;
    this.memory = memory;
  }

  /** What is remembered of telling, and who hears of refusals. */
  public record Memory(Told told, MoveRefusals refusals, Clock clock) {}

  /** The services that are told. */
  public List<String> services() {
    return holders.followers();
  }

  /** How many decisions the service was not told yet, those with a refused move apart. */
  public long waiting(String service) {
    return journal.last() - memory.told().upTo(service);
  }

  /** How many moves the service refused, and may not be told before those. */
  public long standing(String service) {
    return memory.told().countStanding(service);
  }

  /**
   * Tells every service what it was not told yet, then throws {@code Unavailable} if one is away.
   *
   * @param mayGoOn throws if somebody else does this now
   */
  public void tell(Runnable mayGoOn) {
    var away = new ArrayList<String>();
    for (var service : holders.followers()) {
      try {
        tell(service, mayGoOn);
      } catch (Unavailable _) {
        away.add(service);
      }
    }
    if (!away.isEmpty()) {
      throw new Unavailable("SERVICES_AWAY", Map.of("services", String.join(", ", away)));
    }
  }

  private void tell(String service, Runnable mayGoOn) {
    var round = new MovesOfService(service, holders, memory, mayGoOn);
    boolean more = true;
    while (more && !round.isStuck()) {
      var next = journal.after(memory.told().upTo(service), DECISIONS);
      tell(service, next, round);
      more = next.size() == DECISIONS;
    }
    round.tryAgain(memory.told().standing(service), this::relocation);
  }

  private void tell(String service, List<Decision> decisions, MovesOfService round) {
    long last = 0;
    for (var decision : decisions) {
      if (round.isStuck()) {
        break;
      }
      round.tell(moving.of(decision));
      last = decision.number();
      if (!decision.shifts().isEmpty()) {
        memory.told().upTo(service, last);
      }
    }
    if (last > 0) {
      memory.told().upTo(service, last);
    }
  }

  private Relocation relocation(Standstill move) {
    var decision = journal.after(move.decision() - 1, 1).getFirst();
    return moving.of(decision, decision.shifts().get(move.place()));
  }
}
