package org.masterplan.gateway.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the route of a request. */
final class Routes {
  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt((Route r) -> r.path().literals()).reversed())
            .toList();
  }

  /** What was found. */
  sealed interface Found {}

  /** A route, and what the path fills. */
  record Match(Route route, Map<String, String> filled) implements Found {}

  /** The path exists, with other methods. */
  record OtherVerbs(String allowed) implements Found {}

  /** No such path. */
  record Nothing() implements Found {}

  /**
   * The route of a request.
   *
   * @param path as sent, still percent-encoded
   */
  Found find(String verb, String path) {
    var last = path.lastIndexOf('/');
    var colon = path.lastIndexOf(':');
    if (colon > last) {
      var found = find(verb, path.substring(0, colon), path.substring(colon + 1));
      if (!(found instanceof Nothing)) {
        return found;
      }
    }
    return find(verb, path, "");
  }

  private Found find(String verb, String path, String custom) {
    if (!path.startsWith("/")) {
      return new Nothing();
    }
    var parts = List.of(path.substring(1).split("/", -1));
    var allowed = new TreeSet<String>();
    for (var route : routes) {
      Optional<Map<String, String>> filled = route.path().match(parts, custom);
      if (filled.isPresent() && route.verb().equals(verb)) {
        return new Match(route, filled.get());
      }
      filled.ifPresent(_ -> allowed.add(route.verb()));
    }
    return allowed.isEmpty() ? new Nothing() : new OtherVerbs(String.join(", ", allowed));
  }
}
