package org.masterplan.governance.message.domain;

import java.util.List;

/** Whom a message is for: everybody named by any of the parts. */
public record Audience(
    List<String> communities, List<String> segments, String profileFilter, List<String> profiles) {
  /** Nobody yet. */
  public static final Audience NOBODY = new Audience(List.of(), List.of(), "", List.of());

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
