package org.masterplan.profiles.profile.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.profile.domain.Card;

/**
 * The cards of all profile names: a projection of the journal, kept for lists and feeds. Every
 * implementation passes {@code CardsContract}.
 */
public interface Cards {
  /** Stores cards, at most 1,000; a card of an older decision than the stored one is left out. */
  void put(List<Card> cards);

  /** Stores cards of the same decisions again, at most 1,000: their values are chosen otherwise. */
  void renew(List<Card> cards);

  /** By what the values of all cards are chosen; empty if that was never stored. */
  String chosenBy();

  /** Stores that. */
  void chosenBy(String choice);

  /** The persons of these names have agreed to something, or taken it back: the feed tells it. */
  void consentChanged(Collection<String> names);

  /** The number of the last decision whose cards are all stored. */
  long projected();

  /** Stores that number; never goes back. */
  void projected(long decision);

  /** The page of live cards that the query asks for, over {@link CardFields}. */
  Slice<Card> list(Query query);

  /** How many live cards match. */
  long count(Filter filter);

  /** How many live cards match, by how many records each has; numbers of which none is left out. */
  Map<Integer, Long> countByRecords(Filter filter);

  /** The live cards among these names. */
  List<Card> find(Collection<String> names);

  /** Every live card that matches, by name. */
  void each(Filter filter, Consumer<Card> use);

  /** Names of live cards that match, by name, those after {@code after}, at most {@code limit}. */
  List<String> names(Filter filter, String after, int limit);

  /** What changed since a token, in the store's order. */
  Changes changes(String token, int limit);

  /** A step of the feed. {@code more}: whether another step would find something now. */
  record Changes(List<Card> cards, String token, boolean more) {
    public Changes {
      cards = List.copyOf(cards);
    }
  }
}
