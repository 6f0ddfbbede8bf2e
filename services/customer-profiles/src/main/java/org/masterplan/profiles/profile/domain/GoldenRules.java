package org.masterplan.profiles.profile.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of several values counts, by field.
 *
 * @param first what is asked first; fields that are not named go by the usual order
 * @param setBy who set it; empty as long as nobody has
 */
public record GoldenRules(
    Map<String, Value.Rule> first, String setBy, Optional<Instant> setAt, long revision) {
  /** What is asked of values, one after the other. */
  public static final List<Value.Rule> ASKED =
      List.of(Value.Rule.TRUSTED, Value.Rule.FULLEST, Value.Rule.SUPPORTED, Value.Rule.NEWEST);

  /** As long as nobody has set anything. */
  public static final GoldenRules USUAL = new GoldenRules(Map.of(), "", Optional.empty(), 0);

  public GoldenRules {
    first = java.util.Collections.unmodifiableMap(new TreeMap<>(first));
  }

  /**
   * What is asked of a field's values, one after the other: first whether they were set right here,
   * and of two that were, which was later.
   */
  List<Value.Rule> order(String field) {
    var asked = new ArrayList<>(ASKED);
    var named = first.get(field);
    if (named != null) {
      asked.remove(named);
      asked.addFirst(named);
    }
    asked.addFirst(Value.Rule.CORRECTED);
    return asked;
  }

  /** Whether a field's longest value counts before others. */
  boolean fullestFirst(String field) {
    return first.get(field) == Value.Rule.FULLEST;
  }

  /** The same rules, set by somebody. */
  public GoldenRules next(Map<String, Value.Rule> rules, String actor, Instant now) {
    return new GoldenRules(rules, actor, Optional.of(now), revision + 1);
  }
}
