package org.masterplan.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads who is before a page out of the cookie, or out of a bearer token. */
final class PageSignIn extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private final JwtDecoder decoder;
  private final Sessions sessions;

  PageSignIn(JwtDecoder decoder, Sessions sessions) {
    this.decoder = decoder;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    token(request, response).flatMap(this::verify).ifPresent(PageSignIn::remember);
    chain.doFilter(request, response);
  }

  /** The page that shows an error greets its reader too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private Optional<SignedIn> verify(String token) {
    try {
      return Optional.of(SignedIn.of(decoder.decode(token)));
    } catch (JwtException _) {
      return Optional.empty();
    }
  }

  private static void remember(SignedIn person) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            person, null, AuthorityUtils.NO_AUTHORITIES));
    SecurityContextHolder.setContext(context);
  }

  private Optional<String> token(HttpServletRequest request, HttpServletResponse response) {
    var header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()))
        : SessionCookie.token(request).map(token -> current(token, request, response));
  }

  /** The session's token, or the one that takes its place. */
  private String current(String token, HttpServletRequest request, HttpServletResponse response) {
    var renewed = sessions.renew(token);
    renewed.ifPresent(r -> SessionCookie.give(request, response, r.token(), r.left()));
    return renewed.map(r -> r.token().value()).orElse(token);
  }
}
