package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.v1.Review;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which pairs are looked at; all of it stands in the address.
 *
 * @param kind a kind; empty for all
 * @param state a state; empty for those that wait for somebody
 * @param sampled whether only those drawn by chance
 */
public record ReviewQuery(String kind, String state, boolean sampled, String purpose) {
  private static final String WAITING =
      "(state = \"OPEN\" OR state = \"SECOND_WANTED\" OR state = \"DISPUTED\")";

  static ReviewQuery of(Map<String, String> parameters, Visitor visitor) {
    return new ReviewQuery(
        known(parameters.getOrDefault("kind", ""), kinds()),
        known(parameters.getOrDefault("state", ""), states()),
        parameters.getOrDefault("sampled", "").equals("true"),
        visitor.purpose());
  }

  /** The kinds there are, as the contract names them. */
  public static List<String> kinds() {
    return java.util.Arrays.stream(Review.Kind.values())
        .filter(k -> k != Review.Kind.UNRECOGNIZED && k != Review.Kind.KIND_UNSPECIFIED)
        .map(Enum::name)
        .toList();
  }

  /** The states there are. */
  public static List<String> states() {
    return java.util.Arrays.stream(Review.State.values())
        .filter(s -> s != Review.State.UNRECOGNIZED && s != Review.State.STATE_UNSPECIFIED)
        .map(Enum::name)
        .toList();
  }

  String filter() {
    var parts = new ArrayList<String>();
    parts.add(state.isEmpty() ? WAITING : "state = \"" + state + "\"");
    if (!kind.isEmpty()) {
      parts.add("kind = \"" + kind + "\"");
    }
    if (sampled) {
      parts.add("sampled = true");
    }
    return String.join(" AND ", parts);
  }

  /** That address with these questions. */
  public String at(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    add(address, "kind", kind);
    add(address, "state", state);
    add(address, "sampled", sampled ? "true" : "");
    add(address, "purpose", purpose);
    return address.encode().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value);
    }
  }

  private static String known(String word, List<String> words) {
    return words.contains(word) ? word : "";
  }
}
