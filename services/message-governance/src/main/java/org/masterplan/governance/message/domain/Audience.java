package org.masterplan.governance.message.domain;

import java.util.List;

/**
 * Whom a message is for: everybody named by any of the parts.
 *
 * @param holdOut so many of a hundred are held out, drawn by chance, to see what the message does
 */
public record Audience(
    List<String> communities,
    List<String> segments,
    String profileFilter,
    List<String> profiles,
    int holdOut) {
  /** Nobody yet. */
  public static final Audience NOBODY = new Audience(List.of(), List.of(), "", List.of());

  /** With nobody held out. */
  public Audience(
      List<String> communities,
      List<String> segments,
      String profileFilter,
      List<String> profiles) {
    this(communities, segments, profileFilter, profiles, 0);
  }

  public Audience {
    communities = List.copyOf(communities);
    segments = List.copyOf(segments);
    profiles = List.copyOf(profiles);
  }

  public boolean isEmpty() {
    return communities.isEmpty()
        && segments.isEmpty()
        && profileFilter.isBlank()
        && profiles.isEmpty();
  }
}
