package org.masterplan.profiles.census.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.masterplan.kernel.query.Filter;
import org.masterplan.profiles.census.domain.Census;
import org.masterplan.profiles.census.domain.Look;
import org.masterplan.profiles.census.domain.People;
import org.masterplan.profiles.census.domain.Size;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.Cards;
import org.masterplan.profiles.profile.domain.Card;

/**
 * Tells how many people some of the profiles are, of a segment for example, by those of the sample
 * that are among them: a sample of the whole is, size by size, a sample of any part.
 *
 * <p>Of a person in several profiles nobody has said how many of these are in the part. If all of
 * them are, each counts an equal share of the person; if the others are not, each counts a whole
 * one. So the number of people lies between two sums that both can be estimated, and told are the
 * lower end of the one's 95 % interval and the upper end of the other's. That is wider than it
 * would have to be, and never narrower.
 *
 * <p>Only profiles that have as many records as when they were drawn still say something; where
 * more than one in ten have not, the profiles have become others, and nothing is told of parts.
 */
public final class CountingParts {
  /** Of fewer looks in a part nothing is told of it. */
  static final int ENOUGH = 10;

  private final Censuses censuses;
  private final CountingPeople whole;
  private final Cards cards;
  private final HeadEstimator estimator;

  public CountingParts(
      Censuses censuses, CountingPeople whole, Cards cards, HeadEstimator estimator) {
    this.censuses = censuses;
    this.whole = whole;
    this.cards = cards;
    this.estimator = estimator;
  }

  /** How many people each of these parts has, by its name. */
  public Map<String, People> of(Map<String, Filter> parts) {
    var census = censuses.current();
    var all = whole.all(census);
    Map<Look, Card> standing = all.bounds().isEmpty() ? Map.of() : standing(census.lookedAt());
    var people = new TreeMap<String, People>();
    parts.forEach((name, filter) -> people.put(name, of(filter, standing, all)));
    return people;
  }

  /** The looks whose profile is as it was, with its card; none where too few are. */
  private Map<Look, Card> standing(List<Look> looked) {
    var byName = new HashMap<String, Card>();
    cards
        .find(looked.stream().map(Look::profile).toList())
        .forEach(card -> byName.put(card.name(), card));
    var standing = new HashMap<Look, Card>();
    for (var look : looked) {
      Optional.ofNullable(byName.get(look.profile()))
          .filter(card -> card.facts().records() == look.records())
          .ifPresent(card -> standing.put(look, card));
    }
    return standing.size() * 10 < looked.size() * 9 ? Map.of() : standing;
  }

  private People of(Filter filter, Map<Look, Card> standing, People all) {
    var fits = CardFields.queryable();
    var searched = CardFields.prefixed(filter);
    var inside =
        standing.entrySet().stream()
            .filter(each -> fits.matches(searched, each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (inside.size() < ENOUGH) {
      return new People(cards.count(filter), Optional.empty(), inside.size(), all.drawnAt());
    }
    var profiles = sizes(filter);
    long count = profiles.values().stream().mapToLong(Long::longValue).sum();
    long most = all.bounds().map(People.Bounds::high).orElse(count);
    return new People(
        count, Optional.of(bounds(profiles, inside, most)), inside.size(), all.drawnAt());
  }

  private Map<Size, Long> sizes(Filter filter) {
    var profiles = new TreeMap<Size, Long>();
    cards
        .countByRecords(filter)
        .forEach((records, many) -> profiles.merge(Size.of(records), many, Long::sum));
    return profiles;
  }

  private People.Bounds bounds(Map<Size, Long> profiles, List<Look> inside, long most) {
    var shared = estimator.heads(strata(profiles, Census.bySize(inside)), most);
    var alone = inside.stream().map(CountingParts::asIfAlone).toList();
    var whole = estimator.heads(strata(profiles, Census.bySize(alone)), most);
    long low = (long) Math.floor(shared.low());
    long high = Math.clamp((long) Math.ceil(whole.high()), low, Math.max(low, most));
    return new People.Bounds(OptionalLong.empty(), low, high);
  }

  /** As if none of its persons stood in another profile of the part. */
  private static Look asIfAlone(Look look) {
    return new Look(look.profile(), look.records(), look.elsewhere().stream().map(_ -> 0).toList());
  }

  private static List<HeadEstimator.Stratum> strata(
      Map<Size, Long> profiles, Map<Size, List<List<Integer>>> said) {
    var strata = new ArrayList<HeadEstimator.Stratum>();
    profiles.forEach(
        (size, count) -> {
          var some = said.getOrDefault(size, List.of());
          strata.add(new HeadEstimator.Stratum(size.name(), count, some));
        });
    return strata;
  }
}
