package org.masterplan.listening.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in public.
 *
 * @param reach whom it touches
 * @param voice {@code employees/{employee}} who speaks, empty if not named
 * @param closing what was learned, null while it is open
 */
public record Incident(
    String id,
    String title,
    String text,
    Reach reach,
    String voice,
    Instant opened,
    @Nullable Closing closing,
    long revision)
    implements Resource {

  /** Full names of communities, segments and product lines. */
  public record Reach(List<String> communities, List<String> segments, List<String> productLines) {
    public Reach {
      communities = List.copyOf(communities);
      segments = List.copyOf(segments);
      productLines = List.copyOf(productLines);
    }
  }

  public String name() {
    return "incidents/" + id;
  }

  public Incident close(String lesson, Instant now) {
    Closing.mustBeOpen(name(), closing);
    return new Incident(
        id, title, text, reach, voice, opened, new Closing(lesson, now), revision + 1);
  }
}
