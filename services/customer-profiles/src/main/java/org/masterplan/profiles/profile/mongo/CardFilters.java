package org.masterplan.profiles.profile.mongo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.platform.query.MongoFilters;
import org.masterplan.profiles.profile.app.CardFields;

/**
 * Filters over cards as the store looks them up: by values that stand in an index with the order of
 * lists after them. So a page by time is read in that order and not sorted; in another order it is
 * sorted, or everybody is held against the filter in that order, whichever is less.
 */
final class CardFilters {
  static final MongoFilters FIELDS = new MongoFilters(Map.of("beginning", MongoFilters.WORDS));

  private static final Field BEGINNING = Field.exact("beginning");

  /** Hardly a Vietnamese syllable has more letters; what a longer word goes on with is compared. */
  private static final int LETTERS = 8;

  /** Those that the dictionary takes for years of birth. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;

  private static final Filter LIVE =
      new Filter.Compare(Field.bool("live"), Filter.Op.EQ, new Value.Bool(true));

  private CardFilters() {}

  /** The live cards that match. */
  static Filter live(Filter filter) {
    return stored(only(filter));
  }

  /** The same, as it was asked. */
  static Filter only(Filter filter) {
    return new Filter.And(List.of(LIVE, CardFields.prefixed(filter)));
  }

  /** The same, to be listed by time: of a range of years nothing is in that order, of each is. */
  static Filter listedByTime(Filter filter) {
    var parts = new ArrayList<>(flat(live(filter)).toList());
    var bounds = parts.stream().filter(CardFilters::isRangeOfYears).toList();
    if (!bounds.isEmpty()) {
      parts.add(anyYear(bounds));
    }
    return new Filter.And(parts);
  }

  /** What is stored of names: each word, and the beginnings by which it is found. */
  static List<String> beginnings(List<String> names) {
    var beginnings = new LinkedHashSet<String>();
    for (var word : CardFields.words(names)) {
      for (int end = 2; end <= Math.min(word.length(), LETTERS + 1); end++) {
        if (!isCutInTwo(word, end)) {
          beginnings.add(word.substring(0, end));
        }
      }
      beginnings.add(word);
    }
    return List.copyOf(beginnings);
  }

  private static Filter stored(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) ->
          new Filter.And(parts.stream().map(CardFilters::stored).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(CardFilters::stored).toList());
      case Filter.Not(var part) -> new Filter.Not(stored(part));
      case Filter.Beginning(var word) -> beginning(word);
      case Filter.Word word -> word;
      case Filter.All all -> all;
      case Filter.Compare compare -> compare;
    };
  }

  private static Filter beginning(String word) {
    if (word.length() <= LETTERS + 1) {
      return is(BEGINNING, new Value.Text(word));
    }
    int end = isCutInTwo(word, LETTERS + 1) ? LETTERS : LETTERS + 1;
    var first = is(BEGINNING, new Value.Text(word.substring(0, end)));
    return new Filter.And(List.of(first, new Filter.Beginning(word)));
  }

  /** Whether a letter of two chars begins before the end and goes on after it. */
  private static boolean isCutInTwo(String word, int end) {
    return Character.isHighSurrogate(word.charAt(end - 1));
  }

  private static Stream<Filter> flat(Filter filter) {
    return filter instanceof Filter.And(var parts)
        ? parts.stream().flatMap(CardFilters::flat)
        : Stream.of(filter);
  }

  private static boolean isRangeOfYears(Filter filter) {
    return filter instanceof Filter.Compare compare
        && compare.field().equals(CardFields.BIRTH_YEAR)
        && compare.value() instanceof Value.Number
        && switch (compare.op()) {
          case LT, LE, GT, GE -> true;
          case EQ, NE, HAS -> false;
        };
  }

  /** The years within the bounds, one by one. */
  private static Filter anyYear(List<Filter> bounds) {
    return new Filter.Or(
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .filter(year -> bounds.stream().allMatch(bound -> allows(bound, year)))
            .mapToObj(year -> is(CardFields.BIRTH_YEAR, new Value.Number(year)))
            .toList());
  }

  private static boolean allows(Filter bound, int year) {
    if (!(bound instanceof Filter.Compare(var _, var op, Value.Number(var limit)))) {
      return true;
    }
    return switch (op) {
      case LT -> year < limit;
      case LE -> year <= limit;
      case GT -> year > limit;
      case GE -> year >= limit;
      case EQ, NE, HAS -> true;
    };
  }

  private static Filter is(Field field, Value value) {
    return new Filter.Compare(field, Filter.Op.EQ, value);
  }
}
