package org.masterplan.gateway.console;

import org.jspecify.annotations.Nullable;
import org.masterplan.gateway.web.SignedIn;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives page methods their visitor. */
final class Visitors implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Visitor.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
      throw new IllegalStateException("a page without a visitor (expected: a signed-in person)");
    }
    var purpose = request.getParameter("purpose");
    return new Visitor(
        person, LocaleContextHolder.getLocale(), purpose == null ? "" : purpose.strip());
  }
}
