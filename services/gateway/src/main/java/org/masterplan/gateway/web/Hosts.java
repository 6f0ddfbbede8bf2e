package org.masterplan.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under the names that are ours, and only to pages that are ours. Keeps a web page
 * from reaching a server on its reader's own machine under a name that leads there.
 */
public final class Hosts extends OncePerRequestFilter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names;
  private final Answers answers;

  public Hosts(Collection<String> configured, Answers answers) {
    this.names = new HashSet<>(LOOPBACK);
    configured.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var host = header(request, "Host");
    var origin = header(request, "Origin");
    if (!names.contains(name(host))) {
      refuse(request, response, HttpRefusal.foreign("HOST", host));
    } else if (!origin.isEmpty() && !isOurs(origin, host)) {
      refuse(request, response, HttpRefusal.foreign("ORIGIN", origin));
    } else {
      chain.doFilter(request, response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpRefusal refusal)
      throws IOException {
    answers.refuse(response, refusal, CallHeaders.language(request));
  }

  /** The page's own address must be the one it calls, port included. */
  private static boolean isOurs(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String name(String host) {
    var end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return (end > 0 ? host.substring(0, end) : host).toLowerCase(Locale.ROOT);
  }

  private static String header(HttpServletRequest request, String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value.strip();
  }
}
