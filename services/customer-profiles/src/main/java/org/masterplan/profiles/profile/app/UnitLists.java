package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Position;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.LimitReached;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Lists of people for whoever may know only what some sources say. A card says what all sources
 * say: it tells whom to look at, and nothing more.
 */
final class UnitLists {
  /** As many people as are looked at for one page; the page is shorter where few of them fit. */
  private static final int LOOKED_AT = 4000;

  /** As many people as can be put in an order that their cards must not tell. */
  private static final int ORDERED = 20_000;

  private static final int AT_ONCE = 200;

  private final Cards cards;
  private final Reading reading;
  private final View view;

  UnitLists(Cards cards, Reading reading, View view) {
    this.cards = cards;
    this.reading = reading;
    this.view = view;
  }

  /**
   * The page that the query asks for, its people unabridged. Where few fit the filter, a page may
   * hold fewer than asked, or nobody, and still have another behind it.
   *
   * @throws LimitReached if the order goes by what sources say and too many people would be put in
   *     it
   */
  Slice<Profile> list(Query query) {
    var wanted = CardFields.prefixed(query.filter());
    var searched = new Query(wanted, query.order(), query.size(), query.after());
    boolean neutral = query.order().field().equals(CardFields.CREATE_TIME);
    return neutral ? inTurn(searched) : sorted(searched);
  }

  private Slice<Profile> inTurn(Query query) {
    var found = new ArrayList<Profile>(query.size());
    var after = query.after();
    for (int looked = 0; looked < LOOKED_AT; looked += AT_ONCE) {
      var part = candidates(query, query.order(), after);
      var fitting = fitting(part, query.filter());
      for (var card : part.items()) {
        Optional.ofNullable(fitting.get(card.name())).ifPresent(found::add);
        if (found.size() == query.size()) {
          boolean last = part.next().isEmpty() && card.equals(part.items().getLast());
          return new Slice<>(found, last ? Optional.empty() : Optional.of(place(card, query)));
        }
      }
      after = part.next();
      if (after.isEmpty()) {
        break;
      }
    }
    return new Slice<>(found, after);
  }

  private static Position place(Card card, Query query) {
    return CardFields.queryable().position(card, query.order());
  }

  private Slice<Card> candidates(Query query, Order order, Optional<Position> after) {
    var filter = new Filter.And(List.of(view.people(), CardFields.loosened(query.filter())));
    return cards.list(new Query(filter, order, AT_ONCE, after));
  }

  /** Those of these people who are meant by their own names and fit by what the reader may know. */
  private Map<String, Profile> fitting(Slice<Card> part, Filter wanted) {
    var names = part.items().stream().map(Card::name).toList();
    var fitting = new HashMap<String, Profile>();
    for (var each : reading.all(names)) {
      if (view.meets(each) && CardFields.queryable().matches(wanted, seen(each))) {
        fitting.put(each.name(), each);
      }
    }
    fitting.keySet().retainAll(names);
    return fitting;
  }

  private Slice<Profile> sorted(Query query) {
    var found = new ArrayList<Card>();
    var after = Optional.<Position>empty();
    int looked = 0;
    do {
      var part = candidates(query, CardFields.DEFAULT, after);
      fitting(part, query.filter()).values().forEach(each -> found.add(seen(each)));
      looked += part.items().size();
      if (looked > ORDERED) {
        throw new LimitReached("ORDER_WIDE", Map.of("max", Integer.toString(ORDERED)));
      }
      after = part.next();
    } while (after.isPresent());
    var page = CardFields.queryable().page(found, query);
    return new Slice<>(reading.all(page.items().stream().map(Card::name).toList()), page.next());
  }

  private Card seen(Profile profile) {
    return Card.of(view.of(profile));
  }
}
