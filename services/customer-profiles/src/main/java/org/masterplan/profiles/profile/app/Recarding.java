package org.masterplan.profiles.profile.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.GoldenRules;
import org.masterplan.profiles.source.app.Sources;

/**
 * Writes the cards anew that would say something else now: by other rules, because a source is
 * trusted more or less, or because cards say more than they did. Goes over all of them, from the
 * beginning after a kill.
 */
public final class Recarding {
  private static final int AT_ONCE = 200;

  /** Of what a release puts on cards: one more where they say more than those of the one before. */
  private static final String SAYING = "2 ";

  private final Cards cards;
  private final Reading reading;
  private final Sources sources;
  private final Supplier<GoldenRules> rules;
  private String seen = "";

  /**
   * Nothing is written yet.
   *
   * @param rules that are in force now
   */
  public Recarding(Cards cards, Reading reading, Sources sources, Supplier<GoldenRules> rules) {
    this.cards = cards;
    this.reading = reading;
    this.sources = sources;
    this.rules = rules;
  }

  /**
   * One round; answers how many cards it wrote. A choice counts from the round after the one that
   * saw it first: by then every instance chooses so.
   *
   * @param held called between two steps; throws once another instance does this
   */
  public long round(Runnable held) {
    var choice = choice();
    if (!choice.equals(seen) || choice.equals(cards.chosenBy())) {
      seen = choice;
      return 0;
    }
    reading.trustChanged();
    reading.rulesChanged();
    long written = 0;
    var names = names("");
    while (!names.isEmpty()) {
      held.run();
      written += renew(names);
      names = names(names.getLast());
    }
    cards.chosenBy(choice);
    return written;
  }

  private List<String> names(String after) {
    return cards.names(new Filter.All(), after, AT_ONCE);
  }

  private long renew(List<String> names) {
    var now = new TreeMap<String, Card>();
    reading.all(names).forEach(profile -> now.put(profile.name(), Card.of(profile)));
    var other =
        cards.find(names).stream()
            .flatMap(card -> chosenAnew(card, now.get(card.name())).stream())
            .toList();
    cards.renew(other);
    return other.size();
  }

  /** A card of another decision is being written by whoever projects that. */
  private static Optional<Card> chosenAnew(Card stored, @Nullable Card now) {
    return Optional.ofNullable(now)
        .filter(card -> !card.facts().equals(stored.facts()))
        .map(
            card ->
                new Card(
                    card.name(), stored.journal(), card.standing(), card.facts(), stored.change()));
  }

  private String choice() {
    return SAYING + rules.get().revision() + " " + new TreeMap<>(sources.trust());
  }
}
