package org.masterplan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** The same request, asking for the page: a form sent without a session shows the sign-in form. */
final class AsGet extends HttpServletRequestWrapper {
  AsGet(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getMethod() {
    return "GET";
  }
}
