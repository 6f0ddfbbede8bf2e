package org.masterplan.profiles.consent.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Where each purpose and channel stands: the last word about it, a no before a yes. */
public final class Standing {
  private static final Comparator<Consent> LAST =
      Comparator.comparing(Consent::time).thenComparing(Consent::state).thenComparing(Consent::id);

  private Standing() {}

  /**
   * The words that count at that time. A yes with a later time does not count yet, lest it outdo a
   * no that is said before; a no always does.
   */
  public static List<Consent> at(Instant now, Collection<Consent> said) {
    return of(
        said.stream()
            .filter(w -> w.state() == Consent.State.WITHDRAWN || !w.time().isAfter(now))
            .toList());
  }

  /** The words that count, of everything a person said. */
  public static List<Consent> of(Collection<Consent> said) {
    var last = new TreeMap<String, Consent>();
    for (var each : said) {
      var pair = each.purpose() + "|" + each.channel();
      said.stream()
          .filter(other -> other.covers(each.purpose(), each.channel()))
          .max(LAST)
          .ifPresent(word -> last.put(pair, about(each, word)));
    }
    return new ArrayList<>(last.values());
  }

  /** Whether the last of these words that speak of that purpose on that channel is a yes. */
  public static boolean agreed(String purpose, String channel, Collection<Consent> words) {
    return words.stream()
        .filter(word -> word.covers(purpose, channel))
        .max(LAST)
        .filter(word -> word.state() == Consent.State.GRANTED)
        .isPresent();
  }

  /** The word, as what it means for this purpose and channel. */
  private static Consent about(Consent pair, Consent word) {
    return new Consent(
        word.subject(),
        pair.purpose(),
        pair.channel(),
        word.state(),
        word.time(),
        word.evidence(),
        word.recorder());
  }
}
