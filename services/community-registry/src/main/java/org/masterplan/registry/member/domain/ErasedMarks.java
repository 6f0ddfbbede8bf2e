package org.masterplan.registry.member.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * By what an erased member is known again in a list of the same community: by the key that named
 * them, and by the keys that are theirs alone. Not by a phone number beside another key, which a
 * family shares; not in other communities, which the person may join anew.
 */
public final class ErasedMarks {
  private static final String SHARED = "phone:";

  private ErasedMarks() {}

  /** The marks of a member. */
  public static List<String> of(Member member) {
    var tokens = member.keys().tokens();
    var naming = tokens.getFirst();
    return tokens.stream()
        .filter(t -> t.equals(naming) || !t.startsWith(SHARED))
        .map(t -> member.community() + "|" + t)
        .toList();
  }

  /** Whether the member was erased and did not join again after that. */
  public static boolean cover(Member member, Map<String, Instant> marked) {
    return of(member).stream()
        .filter(marked::containsKey)
        .map(marked::get)
        .anyMatch(at -> member.joined().filter(at::isBefore).isEmpty());
  }
}
