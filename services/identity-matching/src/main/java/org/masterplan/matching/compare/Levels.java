package org.masterplan.matching.compare;

import java.util.List;
import org.masterplan.matching.table.Kind;
import org.masterplan.matching.table.Value;

/**
 * The levels of agreement of one kind of value, best first; at most seven, so that a pair's levels
 * fit into one long. Level 0 is "nothing known": no evidence.
 */
public interface Levels {
  /** What each level from 1 on is called. */
  List<String> names();

  /** From 0 (no evidence) to the number of names. Symmetric. */
  int of(Value a, Value b);

  /** What {@link #told} answers where the marks do not tell. */
  int UNTOLD = -1;

  /**
   * A value in one number, small enough to lie beside those of all others, so that most values that
   * differ are told apart without being looked at. 0 where nothing can be told of it.
   */
  default long mark(Value value) {
    return 0;
  }

  /**
   * As {@link #of}, of values that are not one, as far as their marks (neither 0) tell: a level,
   * {@code -k} for level k (2 or more) or a worse one, or {@link #UNTOLD}.
   */
  default int told(long a, long b) {
    return UNTOLD;
  }

  /** The levels of a kind: chosen by the kind alone. */
  static Levels of(Kind kind) {
    return switch (kind) {
      case GIVEN, MIDDLE, SURNAME -> new NameLevels();
      case BIRTH -> new BirthLevels();
      case PHONE -> new PhoneLevels();
      case EMAIL -> new EmailLevels();
      case ID -> new IdLevels();
      case CODE -> new HandleLevels();
      case POSTCODE -> new CodeLevels();
      case NUMBER -> new NumberLevels();
      case GENDER -> new GenderLevels();
      case ADDRESS -> new AddressLevels();
      case PLACE, TEXT, ORGANISATION -> new TextLevels();
    };
  }
}
