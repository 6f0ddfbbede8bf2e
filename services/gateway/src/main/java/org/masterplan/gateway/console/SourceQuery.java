package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.masterplan.profiles.v1.Source;

/**
 * Which sources a page is to show.
 *
 * @param q words of the title
 * @param state its name; empty: any
 */
public record SourceQuery(String q, String state) {
  /** The states, in the order of the way. */
  static final List<Source.State> WAY =
      List.of(
          Source.State.REGISTERED,
          Source.State.MAPPED,
          Source.State.LOADED,
          Source.State.RECONCILED,
          Source.State.SHADOW,
          Source.State.MASTER_HERE,
          Source.State.READ_ONLY,
          Source.State.RETIRED);

  static SourceQuery of(String q, String state) {
    boolean known = WAY.stream().anyMatch(each -> each.name().equals(state));
    return new SourceQuery(q.strip(), known ? state : "");
  }

  public List<Source.State> way() {
    return WAY;
  }

  String filter() {
    var parts = new ArrayList<String>();
    Arrays.stream(q.replaceAll("[\\\\\"]", " ").strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .forEach(word -> parts.add("\"" + word + "\""));
    if (!state.isEmpty()) {
      parts.add("state = \"" + state + "\"");
    }
    return String.join(" AND ", parts);
  }
}
