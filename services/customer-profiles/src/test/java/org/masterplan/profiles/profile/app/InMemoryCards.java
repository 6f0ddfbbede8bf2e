package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.profiles.profile.domain.Card;

/** Cards in memory. */
public final class InMemoryCards implements Cards {
  private final Map<String, Card> all = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private long projected;
  private String chosenBy = "";

  @Override
  public synchronized void put(List<Card> cards) {
    for (var card : cards) {
      var old = all.get(card.name());
      if (old == null || old.journal() < card.journal()) {
        all.put(card.name(), card);
        log.add(card.name());
      }
    }
  }

  @Override
  public synchronized void renew(List<Card> cards) {
    for (var card : cards) {
      var old = all.get(card.name());
      if (old != null && old.journal() == card.journal()) {
        all.put(card.name(), card);
        log.add(card.name());
      }
    }
  }

  @Override
  public synchronized String chosenBy() {
    return chosenBy;
  }

  @Override
  public synchronized void chosenBy(String choice) {
    chosenBy = choice;
  }

  @Override
  public synchronized void consentChanged(Collection<String> names) {
    for (var name : names) {
      if (all.computeIfPresent(name, (_, c) -> c.after(Card.Change.CONSENT_CHANGED)) != null) {
        log.add(name);
      }
    }
  }

  @Override
  public synchronized long projected() {
    return projected;
  }

  @Override
  public synchronized void projected(long decision) {
    projected = Math.max(projected, decision);
  }

  @Override
  public synchronized Slice<Card> list(Query query) {
    var prefixed =
        new Query(CardFields.prefixed(query.filter()), query.order(), query.size(), query.after());
    return CardFields.queryable().page(live(), prefixed);
  }

  @Override
  public synchronized long count(Filter filter) {
    return matching(filter).size();
  }

  @Override
  public synchronized Map<Integer, Long> countByRecords(Filter filter) {
    return matching(filter).stream()
        .collect(Collectors.groupingBy(c -> c.facts().records(), Collectors.counting()));
  }

  @Override
  public synchronized List<Card> find(Collection<String> names) {
    return live().stream().filter(c -> names.contains(c.name())).toList();
  }

  @Override
  public synchronized void each(Filter filter, Consumer<Card> use) {
    matching(filter).stream().sorted(java.util.Comparator.comparing(Card::name)).forEach(use);
  }

  @Override
  public synchronized List<String> names(Filter filter, String after, int limit) {
    return matching(filter).stream()
        .map(Card::name)
        .filter(name -> name.compareTo(after) > 0)
        .sorted()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Changes changes(String token, int limit) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(from + limit, log.size());
    return new Changes(
        log.subList(from, to).stream().map(all::get).toList(),
        Integer.toString(to),
        to < log.size());
  }

  private List<Card> matching(Filter filter) {
    var prefixed = CardFields.prefixed(filter);
    return live().stream().filter(c -> CardFields.queryable().matches(prefixed, c)).toList();
  }

  private List<Card> live() {
    return all.values().stream().filter(c -> c.standing() instanceof Card.Standing.Live).toList();
  }
}
