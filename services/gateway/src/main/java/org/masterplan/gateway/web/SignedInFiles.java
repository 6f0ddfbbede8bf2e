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
 * that the body would be kept before it is known who sends it.
 */
final class SignedInFiles extends OncePerRequestFilter {
  private final Answers answers;

  SignedInFiles(Answers answers) {
    this.answers = answers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var type = request.getContentType();
    if (type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && SecurityContextHolder.getContext().getAuthentication() == null) {
      answers.refuse(response, HttpRefusal.unauthenticated(), CallHeaders.language(request));
      return;
    }
    chain.doFilter(request, response);
  }
}
