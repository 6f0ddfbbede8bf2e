package org.masterplan.profiles.consent.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.profiles.dictionary.domain.Dictionary;

/** By which values a channel reaches a person. */
public final class ContactPoints {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "EMAIL", List.of(Dictionary.EMAIL),
          "SMS", List.of(Dictionary.PHONE),
          "CALL", List.of(Dictionary.PHONE),
          "ZALO", List.of(Dictionary.PHONE, Dictionary.HANDLE),
          "POST", List.of("street", "ward", "district", "postcode"));

  private static final Set<String> ALL =
      FIELDS.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

  private ContactPoints() {}

  /** The channels that a word about all of them speaks of. */
  public static Set<String> channels() {
    return FIELDS.keySet();
  }

  /** The value without which the channel reaches nobody. */
  public static String needed(String channel) {
    return of(channel).getFirst();
  }

  /** Whether the channel may use that value of a person: all do that reach nobody by itself. */
  public static boolean mayUse(String channel, String field) {
    return !ALL.contains(field) || of(channel).contains(field);
  }

  /** Whatever else somebody names is a place where people have handles. */
  private static List<String> of(String channel) {
    return FIELDS.getOrDefault(channel, List.of(Dictionary.HANDLE));
  }
}
