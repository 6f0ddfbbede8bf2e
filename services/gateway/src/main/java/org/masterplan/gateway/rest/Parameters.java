package org.masterplan.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of the address alone: the servlet's own would read the body for some types. */
final class Parameters {
  private Parameters() {}

  static Map<String, String[]> of(HttpServletRequest request) {
    var query = request.getQueryString();
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    var lists = new LinkedHashMap<String, List<String>>();
    for (var pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        lists
            .computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>())
            .add(parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    var all = new LinkedHashMap<String, String[]>();
    lists.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
    return all;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
