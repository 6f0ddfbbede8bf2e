package org.masterplan.profiles.census.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotFound;

/**
 * Profiles drawn by chance, and what stewards said of them. Immutable: every change is a new
 * revision.
 *
 * @param drawing when, and of what
 * @param looks those drawn, in that order
 * @param revision 0 where nothing was ever drawn
 */
public record Census(Optional<Drawing> drawing, List<Look> looks, long revision) {
  /** Nothing was ever drawn. */
  public static final Census NONE = new Census(Optional.empty(), List.of(), 0);

  /**
   * How it was drawn.
   *
   * @param profiles how many there were of each size
   */
  public record Drawing(Instant at, String actor, Arrivals arrivals, Map<Size, Integer> profiles) {
    public Drawing {
      profiles = Map.copyOf(profiles);
    }
  }

  public Census {
    looks = List.copyOf(looks);
  }

  /** Another sample in the place of this one. */
  public Census drawn(Drawing now, List<Look> some) {
    return new Census(Optional.of(now), some, revision + 1);
  }

  /** What was said of each of these profiles takes the place of what was said of it before. */
  public Census said(Map<String, List<Integer>> said) {
    var left = new HashMap<>(said);
    var next =
        looks.stream()
            .map(
                look -> {
                  var now = left.remove(look.profile());
                  return now == null ? look : checked(look, now);
                })
            .toList();
    left.keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw NotFound.named(name);
            });
    return new Census(drawing, next, revision + 1);
  }

  /** A record is of one person: a profile holds no more persons than records. */
  private static Look checked(Look look, List<Integer> elsewhere) {
    if (elsewhere.size() > look.records()) {
      throw InvalidFields.of(
          "looks.elsewhere",
          "PEOPLE_TOO_MANY",
          Map.of(
              "name",
              look.profile(),
              "value",
              Integer.toString(elsewhere.size()),
              "max",
              Integer.toString(look.records())));
    }
    return look.saying(elsewhere);
  }

  /** Those of which stewards said something. */
  public List<Look> lookedAt() {
    return looks.stream().filter(Look::said).toList();
  }

  /** What was said, by size; of a size of which nothing was said nothing. */
  public static Map<Size, List<List<Integer>>> bySize(List<Look> some) {
    var said = new EnumMap<Size, List<List<Integer>>>(Size.class);
    for (var look : some) {
      said.computeIfAbsent(look.size(), _ -> new java.util.ArrayList<>()).add(look.elsewhere());
    }
    return said;
  }
}
