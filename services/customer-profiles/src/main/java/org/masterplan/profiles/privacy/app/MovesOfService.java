package org.masterplan.profiles.privacy.app;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.privacy.app.TellingMoves.Memory;
import org.masterplan.profiles.privacy.domain.Relocation;
import org.masterplan.profiles.privacy.domain.Standstill;

/**
 * One round of telling one service. What it refuses stands still, and with it every later move of
 * one of the same profiles, because services apply the moves of a profile by the numbers of the
 * decisions and pass over a late one. Everybody else's go on.
 */
final class MovesOfService {
  /** A service that refuses more than this refuses everything: nothing is gained by going on. */
  private static final int MOST = 500;

  private final String service;
  private final Holders holders;
  private final Memory memory;
  private final Runnable mayGoOn;
  private final Set<String> still = new HashSet<>();

  /** The moves that stood before this round: a decision whose telling broke off is told again. */
  private final Set<Place> known = new HashSet<>();

  private int standing;

  MovesOfService(String service, Holders holders, Memory memory, Runnable mayGoOn) {
    this.service = service;
    this.holders = holders;
    this.memory = memory;
    this.mayGoOn = mayGoOn;
    for (var move : memory.told().standing(service)) {
      known.add(new Place(move.decision(), move.place()));
      still(move);
    }
  }

  private record Place(long decision, int place) {}

  /** Whether so much stands that nothing more is to be told before some of it goes on. */
  boolean isStuck() {
    return standing >= MOST;
  }

  /** Tells the moves of one decision, or has them stand. Throws {@code Unavailable}. */
  void tell(List<Relocation> moves) {
    int place = 0;
    for (var move : moves) {
      var mine =
          new Standstill(
              service, move.journal(), place, move.from(), move.to(), 0, memory.clock().instant());
      // One that stands keeps its count of refusals, and waits as long as that says.
      if (!known.contains(new Place(mine.decision(), place))) {
        tell(mine, move);
      }
      place++;
    }
  }

  private void tell(Standstill mine, Relocation move) {
    if (isStill(mine)) {
      stand(mine);
    } else {
      attempt(mine, move);
    }
  }

  /**
   * Tries what stands and is due, then what stood behind it. Throws {@code Unavailable}.
   *
   * @param moving what a standstill is about
   */
  void tryAgain(Collection<Standstill> standing, Function<Standstill, Relocation> moving) {
    still.clear();
    for (var move : standing) {
      if (isStill(move) || move.next().isAfter(memory.clock().instant())) {
        still(move);
      } else if (attempt(move, moving.apply(move))) {
        memory.told().goOn(move);
      }
    }
  }

  private boolean attempt(Standstill move, Relocation relocation) {
    mayGoOn.run();
    try {
      holders.move(service, relocation);
      return true;
    } catch (Unavailable e) {
      throw e;
    } catch (Refusal e) {
      var refused = move.refused(memory.clock().instant());
      stand(refused);
      memory.refusals().refused(refused, e.about().getOrDefault("status", e.reason()));
      return false;
    }
  }

  private void stand(Standstill move) {
    memory.told().stand(move);
    still(move);
  }

  private void still(Standstill move) {
    standing++;
    still.add(move.from());
    still.add(move.to());
  }

  private boolean isStill(Standstill move) {
    return still.contains(move.from()) || still.contains(move.to());
  }
}
