package org.masterplan.gateway.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of {@code google.api.http}, for example {@code /v1/{community.name=communities/*}:submit}.
 * Understands literals, {@code *}, {@code {field}}, {@code {field=pattern/*}} and a custom verb.
 */
public final class PathTemplate {
  private final String text;
  private final List<Segment> segments;
  private final String verb;

  private PathTemplate(String text, List<Segment> segments, String verb) {
    this.text = text;
    this.segments = segments;
    this.verb = verb;
  }

  /** One part between slashes; a variable may span several. */
  private record Segment(String literal, boolean wildcard, String variable) {}

  /** Reads a template; fails on a form that is not understood. */
  public static PathTemplate parse(String text) {
    var colon = text.indexOf(':', text.lastIndexOf('}') + 1);
    var path = colon < 0 ? text : text.substring(0, colon);
    if (!path.startsWith("/") || path.contains("**")) {
      throw new IllegalArgumentException(text + " (expected: /v1/... without **)");
    }
    return new PathTemplate(text, segments(path), colon < 0 ? "" : text.substring(colon + 1));
  }

  /** The custom verb after the colon; empty if none. */
  public String verb() {
    return verb;
  }

  /** Names of the fields that the path fills, in order. */
  public List<String> variables() {
    return segments.stream().map(Segment::variable).filter(v -> !v.isEmpty()).distinct().toList();
  }

  /** The path with each variable spelled out, for example {@code /v1/communities/{community}}. */
  public String readable() {
    var out = new StringBuilder();
    var before = "";
    for (var segment : segments) {
      out.append('/')
          .append(segment.wildcard ? "{" + singular(before, segment) + "}" : segment.literal);
      before = segment.literal;
    }
    return out + (verb.isEmpty() ? "" : ":" + verb);
  }

  /** How specific the template is: more literals are tried first. */
  int literals() {
    return (int) segments.stream().filter(s -> !s.wildcard).count();
  }

  /**
   * What the path fills, if it is of this form.
   *
   * @param parts raw segments, without the verb
   */
  Optional<Map<String, String>> match(List<String> parts, String itsVerb) {
    if (!verb.equals(itsVerb) || parts.size() != segments.size()) {
      return Optional.empty();
    }
    var filled = new LinkedHashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      var segment = segments.get(i);
      var part = URLDecoder.decode(parts.get(i).replace("+", "%2B"), StandardCharsets.UTF_8);
      if (part.isEmpty() || !segment.wildcard && !segment.literal.equals(part)) {
        return Optional.empty();
      }
      if (!segment.variable.isEmpty()) {
        filled.merge(segment.variable, part, (a, b) -> a + "/" + b);
      }
    }
    return Optional.of(filled);
  }

  private static List<Segment> segments(String path) {
    var out = new ArrayList<Segment>();
    for (int i = 1; i <= path.length(); ) {
      if (path.charAt(i) == '{') {
        var end = path.indexOf('}', i);
        var inside = path.substring(i + 1, end).split("=", 2);
        for (var part : (inside.length == 1 ? "*" : inside[1]).split("/", -1)) {
          out.add(new Segment(part, part.equals("*"), inside[0]));
        }
        i = end + 2;
      } else {
        var end = path.indexOf('/', i);
        var part = path.substring(i, end < 0 ? path.length() : end);
        out.add(new Segment(part, part.equals("*"), ""));
        i += part.length() + 1;
      }
    }
    return List.copyOf(out);
  }

  private static String singular(String collection, Segment segment) {
    if (collection.endsWith("ies")) {
      return collection.substring(0, collection.length() - 3) + "y";
    }
    if (collection.endsWith("s")) {
      return collection.substring(0, collection.length() - 1);
    }
    return segment.variable.isEmpty() ? "id" : segment.variable.replace('.', '_');
  }

  @Override
  public String toString() {
    return text;
  }
}
