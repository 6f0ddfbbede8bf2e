package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.profiles.profile.domain.Card;

/** Who is in which segment: definitions are the registry's, who fits them is known here. */
public final class Membering {
  private final Segments segments;
  private final Cards cards;

  public Membering(Segments segments, Cards cards) {
    this.segments = segments;
    this.cards = cards;
  }

  /** The segments of each card, by profile name. */
  public Map<String, List<String>> of(List<Card> some) {
    var fits = CardFields.queryable();
    var all = segments.all().stream().map(Membering::searched).toList();
    var found = new TreeMap<String, List<String>>();
    for (var card : some) {
      found.put(
          card.name(),
          all.stream()
              .filter(segment -> fits.matches(segment.filter(), card))
              .map(Segments.Segment::name)
              .toList());
    }
    return found;
  }

  /** Its words mean what they mean in lists. */
  private static Segments.Segment searched(Segments.Segment segment) {
    return new Segments.Segment(segment.name(), CardFields.prefixed(segment.filter()));
  }

  /** What each segment is, by name. */
  public Map<String, Filter> filters() {
    var filters = new TreeMap<String, Filter>();
    segments.all().forEach(segment -> filters.put(segment.name(), segment.filter()));
    return filters;
  }

  /** Who is in any of these segments; everybody if none is named. */
  public Filter anyOf(List<String> names) {
    var any = new ArrayList<Filter>();
    names.forEach(name -> any.add(filter(name)));
    return any.isEmpty() ? new Filter.All() : new Filter.Or(any);
  }

  /** The filter with {@code segment} replaced by what the segment is. */
  public Filter expand(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> new Filter.And(parts.stream().map(this::expand).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(this::expand).toList());
      case Filter.Not(var part) -> new Filter.Not(expand(part));
      case Filter.Compare compare -> expand(compare);
      case Filter.All all -> all;
      case Filter.Word word -> word;
      case Filter.Beginning beginning -> beginning;
    };
  }

  private Filter expand(Filter.Compare compare) {
    if (!compare.field().equals(CardFields.SEGMENT)) {
      return compare;
    }
    if (compare.value() instanceof Value.Present) {
      requireAllReadable();
      return new Filter.Or(segments.all().stream().map(Segments.Segment::filter).toList());
    }
    boolean not = compare.op() == Filter.Op.NE;
    boolean is = compare.op() == Filter.Op.EQ || compare.op() == Filter.Op.HAS;
    if (!(compare.value() instanceof Value.Text(var name)) || !(is || not)) {
      throw InvalidFields.of("filter", "SEGMENT_COMPARED", Map.of("field", "segment"));
    }
    var filter = readable(name).orElseThrow(() -> unknown(name));
    return not ? new Filter.Not(filter) : filter;
  }

  private Filter filter(String name) {
    return readable(name).orElseThrow(() -> NotFound.named(name));
  }

  /** Empty if there is no such segment; refuses one that does not say whom it holds. */
  private Optional<Filter> readable(String name) {
    var found = segments.all().stream().filter(segment -> segment.name().equals(name)).findFirst();
    var unread = segments.unreadable().get(name);
    if (found.isEmpty() && unread != null) {
      throw unreadable(name, unread);
    }
    return found.map(Segments.Segment::filter);
  }

  /** Who is in some segment is known only where it is known of each. */
  private void requireAllReadable() {
    var unread = new TreeMap<>(segments.unreadable()).firstEntry();
    if (unread != null) {
      throw unreadable(unread.getKey(), unread.getValue());
    }
  }

  private static InvalidFields unreadable(String name, String unread) {
    var expected = CardFields.DEFINING.stream().map(Field::name).collect(Collectors.joining(", "));
    return InvalidFields.of(
        "segment",
        "SEGMENT_UNREADABLE",
        Map.of("field", "segment", "value", name, "filter", unread, "expected", expected));
  }

  private InvalidFields unknown(String name) {
    var known = segments.all().stream().map(Segments.Segment::name).sorted().toList();
    return InvalidFields.of(
        "filter",
        "SEGMENT_UNKNOWN",
        Map.of("field", "segment", "value", name, "expected", String.join(", ", known)));
  }
}
