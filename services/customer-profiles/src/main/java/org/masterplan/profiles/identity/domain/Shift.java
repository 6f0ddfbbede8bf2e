package org.masterplan.profiles.identity.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a decision means for those who filed something under a profile: whoever was {@code from} is
 * {@code to} from now on.
 *
 * @param whole {@code from} became part of {@code to}; otherwise only the records that the decision
 *     moves from the one to the other
 */
public record Shift(long from, long to, boolean whole) {

  /** Whether it is about that profile. */
  public boolean names(long profile) {
    return from == profile || to == profile;
  }

  /** The shifts of moves that are about to be made, those that part before those that merge. */
  public static List<Shift> of(List<Move> moves, Roster before) {
    var left = new LinkedHashSet<Long>();
    moves.stream().filter(Shift::leaves).forEach(move -> left.add(move.before()));
    var shifts = new ArrayList<Shift>();
    for (long profile : left) {
      shifts.addAll(of(profile, moves, before));
    }
    return shifts;
  }

  /** The shifts of a decision that does not say whether it emptied a profile: none is whole. */
  public static List<Shift> parted(List<Move> moves) {
    return moves.stream()
        .filter(Shift::leaves)
        .filter(move -> move.after() != Move.NONE)
        .map(move -> new Shift(move.before(), move.after(), false))
        .distinct()
        .toList();
  }

  private static List<Shift> of(long profile, List<Move> moves, Roster before) {
    var gone = moves.stream().filter(m -> leaves(m) && m.before() == profile).toList();
    boolean emptied =
        gone.size() == before.members(profile).size()
            && moves.stream().noneMatch(m -> m.after() == profile);
    long heir = emptied ? heir(profile, gone, before) : Move.NONE;
    var shifts = new ArrayList<>(parted(gone));
    if (shifts.remove(new Shift(profile, heir, false))) {
      shifts.add(new Shift(profile, heir, true));
    }
    return shifts;
  }

  /** Where the record goes that the profile's name stands for. */
  private static long heir(long profile, List<Move> gone, Roster before) {
    for (var move : gone) {
      for (long named : before.foundedBy(move.record())) {
        if (named == profile) {
          return move.after();
        }
      }
    }
    return gone.getFirst().after();
  }

  private static boolean leaves(Move move) {
    return move.before() != Move.NONE && move.before() != move.after();
  }
}
