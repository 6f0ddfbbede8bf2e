package org.masterplan.registry.community.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.Violation;

/** What a community's address may look like. */
final class Links {
  private Links() {}

  /** A violation unless the link is empty or an absolute http(s) address without user data. */
  static Optional<Violation> check(String link, String field) {
    return link.isEmpty() || isWebAddress(link)
        ? Optional.empty()
        : Optional.of(new Violation(field, "LINK_FORMAT", Map.of("field", field, "value", link)));
  }

  private static boolean isWebAddress(String link) {
    try {
      var uri = new URI(link);
      var scheme = uri.getScheme();
      return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
