package org.masterplan.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps error pages out of answers whose beginning is sent: a file that breaks off would go on with
 * the page. The server closes the connection then, and its reader learns that something is missing.
 */
public final class BrokenAnswers extends HttpFilter {
  /** Where the server looks for a page that tells of an error. */
  public static final String PAGE = "/error";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!response.isCommitted()) {
      chain.doFilter(request, response);
    }
  }
}
