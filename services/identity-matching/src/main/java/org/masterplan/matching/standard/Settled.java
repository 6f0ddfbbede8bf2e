package org.masterplan.matching.standard;

import java.util.ArrayList;
import org.masterplan.matching.record.Standardised;
import org.masterplan.matching.record.Standardiser;
import org.masterplan.matching.record.Validity;

/**
 * Standardises until nothing changes any more. Only values that something odd is left in are looked
 * at again: text that could not be read as its type, and words with foreign letters.
 */
record Settled(Standardiser inner) implements Standardiser {
  private static final int MOST_ROUNDS = 4;

  @Override
  public Standardised standardise(String raw) {
    var value = inner.standardise(raw);
    for (int round = 0; round < MOST_ROUNDS && odd(value); round++) {
      var again = inner.standardise(value.canonical());
      if (again.canonical().equals(value.canonical())) {
        return value;
      }
      value = joined(raw, value, again);
    }
    return value;
  }

  private static boolean odd(Standardised value) {
    if (value.validity() == Validity.INVALID) {
      return true;
    }
    var text = value.canonical();
    if (Letters.ascii(text)) {
      return false;
    }
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf(' ', from);
      end = end < 0 ? text.length() : end;
      var word = text.substring(from, end > from && text.charAt(end - 1) == ',' ? end - 1 : end);
      if (!Letters.ascii(word) && !Syllables.marked(word)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  private static Standardised joined(String raw, Standardised first, Standardised again) {
    var how = new ArrayList<>(first.how());
    how.addAll(again.how());
    return new Standardised(
        raw,
        again.canonical(),
        again.folded(),
        again.tokens(),
        again.parts(),
        again.variants(),
        again.validity(),
        how);
  }
}
