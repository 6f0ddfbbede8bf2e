package org.masterplan.gateway.console;

import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.status.Statuses;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page for what went wrong: a sentence, never a stack trace. */
@ControllerAdvice
final class Failures {
  private final Layout layout;

  Failures(Layout layout) {
    this.layout = layout;
  }

  /** A service refused, or is away. */
  @ExceptionHandler(StatusRuntimeException.class)
  ModelAndView refused(StatusRuntimeException e, HttpServletRequest request) {
    var refused = Refused.of(e);
    var page = new ModelAndView("failure", HttpStatusCode.valueOf(refused.http()));
    page.addObject("refused", refused);
    layout.fill(page.getModelMap(), request);
    return page;
  }

  /** The console itself refused, before it asked a service. */
  @ExceptionHandler(Refusal.class)
  ModelAndView refused(Refusal refusal, HttpServletRequest request) {
    var told = Statuses.of(refusal, LocaleContextHolder.getLocale());
    return refused(new StatusRuntimeException(told.getStatus(), told.getTrailers()), request);
  }

  /** Fills the page for an address that nothing answers at. */
  static String nothingHere(Model model, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    return "nothing-here";
  }
}
