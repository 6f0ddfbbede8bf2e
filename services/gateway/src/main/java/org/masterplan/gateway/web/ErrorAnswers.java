package org.masterplan.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;

/**
 * Tells programs of errors that no code of ours answered, such as a path that nobody has, as
 * contracts.md has them; browsers get a page.
 */
public final class ErrorAnswers extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Answers answers;
  private final long limit;

  /**
   * Answers in this way.
   *
   * @param limit as many bytes of address and headers are read
   */
  public ErrorAnswers(Answers answers, long limit) {
    this.answers = answers;
    this.limit = limit;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (wantsPage(request)) {
      chain.doFilter(request, response);
    } else {
      answers.refuse(response, refusal(request, response), CallHeaders.language(request));
    }
  }

  private static boolean wantsPage(HttpServletRequest request) {
    var accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private HttpRefusal refusal(HttpServletRequest request, HttpServletResponse response) {
    // Whoever asks for the error page itself has made none.
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int http = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    return switch (http) {
      case HttpServletResponse.SC_NOT_FOUND -> HttpRefusal.noSuchPath(path(request));
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
          HttpRefusal.otherMethods(Optional.ofNullable(response.getHeader("Allow")).orElse("GET"));
      default -> HttpRefusal.unreadable(http, limit);
    };
  }

  private static String path(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }
}
