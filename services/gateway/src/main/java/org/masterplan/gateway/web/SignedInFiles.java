package org.masterplan.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody fill the disk who is not signed in: the form's token is in the body with the file, so
 * that the body would be kept before it is known who sends it. For the same reason a body that is
 * too large is not read here: its token would not be found, and the answer would speak of that.
 */
final class SignedInFiles extends OncePerRequestFilter {
  private final Answers answers;
  private final long limit;

  SignedInFiles(Answers answers, long limit) {
    this.answers = answers;
    this.limit = limit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!holdsFiles(request)) {
      chain.doFilter(request, response);
    } else if (SecurityContextHolder.getContext().getAuthentication() == null) {
      answers.refuse(response, HttpRefusal.unauthenticated(), CallHeaders.language(request));
    } else if (request.getContentLengthLong() > limit) {
      response.sendRedirect(formOf(request.getRequestURI()));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The page that the file was brought from. */
  private static String formOf(String path) {
    return path.matches("/sources/[a-z0-9-]+/load")
        ? path + "?tooLarge=true#file"
        : "/start?tooLarge=true#files";
  }

  private static boolean holdsFiles(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }
}
