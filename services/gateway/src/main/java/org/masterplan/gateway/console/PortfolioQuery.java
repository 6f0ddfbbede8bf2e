package org.masterplan.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.masterplan.registry.v1.Community;

/**
 * What the portfolio page shows, as its address says it.
 *
 * @param q words of the title, without case and marks
 * @param segment id of a customer segment; {@code -} for communities without any
 * @param unit id of a business unit
 * @param state a life-cycle state; empty: all but archived ones
 * @param health a health
 * @param platform for example {@code facebook}
 * @param sort the order
 * @param page from 1
 */
public record PortfolioQuery(
    String q,
    String segment,
    String unit,
    String state,
    String health,
    String platform,
    Sort sort,
    int page) {

  /** The orders; none of them is by members. */
  public enum Sort {
    /** Open decisions first, then worst health, then most active people. */
    ATTENTION,
    /** Most active people first. */
    ACTIVE,
    /** By title. */
    TITLE,
    /** Newest first. */
    NEWEST
  }

  private static final Set<String> STATES = names(Community.State.values());
  private static final Set<String> HEALTHS = names(Community.Health.values());

  /** What the parameters of the address say; what means nothing is left out. */
  static PortfolioQuery of(Map<String, String> parameters) {
    return new PortfolioQuery(
        text(parameters, "q"),
        id(parameters, "segment"),
        id(parameters, "unit"),
        oneOf(STATES, text(parameters, "state")),
        oneOf(HEALTHS, text(parameters, "health")),
        id(parameters, "platform"),
        sort(text(parameters, "sort")),
        Paged.number(text(parameters, "page")));
  }

  /** The same in AIP-160. */
  String filter() {
    var parts = new ArrayList<String>();
    parts.add(state.isEmpty() ? "state != \"ARCHIVED\"" : equal("state", state));
    if (!segment.isEmpty()) {
      parts.add(segment.equals("-") ? "NOT segments:*" : "segments:\"segments/" + segment + "\"");
    }
    add(parts, "business_unit", unit, "businessUnits/");
    add(parts, "health", health, "");
    add(parts, "platform", platform, "");
    words().forEach(word -> parts.add("\"" + word + "\""));
    return String.join(" AND ", parts);
  }

  /** Whether anything is narrowed. */
  public boolean isNarrowed() {
    return !(q + segment + unit + state + health + platform).isEmpty();
  }

  /** The sort as it stands in the address. */
  public String sortWord() {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  private List<String> words() {
    return q.isBlank()
        ? List.of()
        : List.of(q.strip().replace("\\", " ").replace("\"", " ").split("\\s+"));
  }

  private static void add(List<String> parts, String field, String value, String collection) {
    if (!value.isEmpty()) {
      parts.add(equal(field, collection + value));
    }
  }

  private static String equal(String field, String value) {
    return field + " = \"" + value + "\"";
  }

  private static String text(Map<String, String> parameters, String name) {
    var value = parameters.getOrDefault(name, "");
    return value.length() > 200 ? value.substring(0, 200) : value.strip();
  }

  private static String id(Map<String, String> parameters, String name) {
    var value = text(parameters, name);
    return value.matches("[A-Za-z0-9_-]{1,80}") ? value : "";
  }

  private static String oneOf(Set<String> words, String word) {
    return words.contains(word) ? word : "";
  }

  private static Sort sort(String word) {
    for (var sort : Sort.values()) {
      if (sort.name().equalsIgnoreCase(word)) {
        return sort;
      }
    }
    return Sort.ATTENTION;
  }

  private static Set<String> names(Enum<?>[] values) {
    return java.util.Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
