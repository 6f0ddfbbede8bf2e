package org.masterplan.profiles;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.domain.Card;

/** The stored cards, which count how often a page of them was asked for. */
final class PagedCards implements Cards {
  private final Cards cards;
  int pages;

  PagedCards(Cards cards) {
    this.cards = cards;
  }

  @Override
  public void put(List<Card> some) {
    cards.put(some);
  }

  @Override
  public void renew(List<Card> some) {
    cards.renew(some);
  }

  @Override
  public String chosenBy() {
    return cards.chosenBy();
  }

  @Override
  public void chosenBy(String choice) {
    cards.chosenBy(choice);
  }

  @Override
  public void consentChanged(Collection<String> names) {
    cards.consentChanged(names);
  }

  @Override
  public long projected() {
    return cards.projected();
  }

  @Override
  public void projected(long decision) {
    cards.projected(decision);
  }

  @Override
  public Slice<Card> list(Query query) {
    return cards.list(query);
  }

  @Override
  public long count(Filter filter) {
    return cards.count(filter);
  }

  @Override
  public Map<Integer, Long> countByRecords(Filter filter) {
    return cards.countByRecords(filter);
  }

  @Override
  public List<Card> find(Collection<String> names) {
    return cards.find(names);
  }

  @Override
  public void each(Filter filter, Consumer<Card> use) {
    cards.each(filter, use);
  }

  @Override
  public List<String> names(Filter filter, String after, int limit) {
    pages++;
    return cards.names(filter, after, limit);
  }

  @Override
  public Changes changes(String token, int limit) {
    return cards.changes(token, limit);
  }
}
