package org.masterplan.gateway.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriUtils;

/** Who gets in: programs with a bearer token, people with a cookie. */
public final class Security {
  /** Scripts and styles only from files of ours; charts set styles on the elements they draw. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Characters: an answer's headers have 8 KB together, of which the policy above takes some. */
  private static final int LONGEST_NEXT = 4_000;

  private static final String[] FOR_PROGRAMS = {"/v1/**", "/actuator/**"};
  private static final String[] OPEN_TO_PROGRAMS = {
    DevTokens.PATH, ApiTokens.PATH, "/actuator/health", "/actuator/health/**"
  };
  private static final String[] OPEN_TO_PEOPLE = {
    "/sign-in",
    "/sign-out",
    "/first-administrator",
    "/assets/**",
    "/.well-known/jwks.json",
    "/favicon.ico"
  };

  private Security() {}

  /** REST: a bearer token or 401. No cookie is read here, so no page can borrow one. */
  public static SecurityFilterChain programs(
      HttpSecurity http, JwtDecoder decoder, Answers answers) {
    return http.securityMatcher(FOR_PROGRAMS)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .headers(Security::headers)
        .authorizeHttpRequests(
            rules ->
                rules.requestMatchers(OPEN_TO_PROGRAMS).permitAll().anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(decoder))
                    .authenticationEntryPoint((q, r, e) -> unauthenticated(q, r, answers)))
        .exceptionHandling(
            e -> e.authenticationEntryPoint((q, r, x) -> unauthenticated(q, r, answers)))
        .build();
  }

  /**
   * The console: a cookie, and a token of the form for everything that changes something.
   *
   * @param files how large a form with a file may be
   */
  public static SecurityFilterChain people(
      HttpSecurity http, JwtDecoder decoder, Sessions sessions, Answers answers, DataSize files) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                    // Every request signs in anew by its cookie; that must not change the token.
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(Security::headers)
        .addFilterBefore(new PageSignIn(decoder, sessions), CsrfFilter.class)
        .addFilterAfter(new SignedInFiles(answers, files.toBytes()), PageSignIn.class)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(OPEN_TO_PEOPLE)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(e -> e.authenticationEntryPoint((q, r, x) -> askToSignIn(q, r, answers)))
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=()"));
  }

  private static void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, Answers answers)
      throws IOException {
    answers.refuse(response, HttpRefusal.unauthenticated(), CallHeaders.language(request));
  }

  /** The page keeps its address and shows the sign-in form, with status 401. */
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, Answers answers)
      throws IOException, ServletException {
    if (request.getRequestURI().endsWith(".json")) {
      unauthenticated(request, response, answers);
      return;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    var next = address(request);
    if ("true".equals(request.getHeader("HX-Request"))) {
      response.setHeader("HX-Redirect", signIn(next));
      return;
    }
    request.setAttribute("next", request.getMethod().equals("GET") ? next : "/");
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, null);
    request.getRequestDispatcher("/sign-in").forward(new AsGet(request), response);
  }

  /** Where to sign in; what is too long for a header is not gone back to. */
  private static String signIn(String next) {
    var back = UriUtils.encode(next, StandardCharsets.UTF_8);
    return back.length() > LONGEST_NEXT ? "/sign-in" : "/sign-in?next=" + back;
  }

  private static String address(HttpServletRequest request) {
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
