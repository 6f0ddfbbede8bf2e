package org.masterplan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.masterplan.gateway.issuer.Issuer.Token;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a signed-in person's token; scripts cannot read it. */
public final class SessionCookie {
  static final String NAME = "masterplan_session";

  private SessionCookie() {}

  /** Gives the browser the token. */
  public static void give(
      HttpServletRequest request, HttpServletResponse response, Token token, Duration lifetime) {
    set(request, response, token.value(), lifetime);
  }

  /** Takes it back. */
  public static void take(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }

  /** The token of the request; empty if there is none. */
  static Optional<String> token(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
            .map(cookie -> cookie.getValue())
            .findFirst();
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    var cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
