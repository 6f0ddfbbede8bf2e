package org.masterplan.gateway.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.masterplan.gateway.web.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the frame around every page shows: who is signed in, where one is, which languages. */
final class Layout implements HandlerInterceptor {
  private final boolean demo;
  private final ZoneId zone;
  private final LoadProgress progress;
  private final MessageSource words;

  Layout(boolean demo, ZoneId zone, LoadProgress progress, MessageSource words) {
    this.demo = demo;
    this.zone = zone;
    this.progress = progress;
    this.words = words;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || String.valueOf(page.getViewName()).startsWith("redirect:")) {
      return;
    }
    fill(page.getModelMap(), request);
  }

  /** Spring calls nothing after a handler that threw: the page for that is filled by its maker. */
  void fill(ModelMap model, HttpServletRequest request) {
    var locale = RequestContextUtils.getLocale(request);
    model.addAttribute("fmt", new Figures(locale, zone));
    model.addAttribute("label", new Labels(words, locale));
    model.addAttribute("zone", zone.getId());
    model.addAttribute("demo", demo);
    model.addAttribute("progress", progress.now().orElse(null));
    model.addAttribute("person", person());
    model.addAttribute("section", section(request.getRequestURI()));
    model.addAttribute("inVietnamese", language(request, "vi"));
    model.addAttribute("inEnglish", language(request, "en"));
  }

  private static @Nullable SignedIn person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  private static String section(String path) {
    var parts = path.split("/", -1);
    var first = parts.length > 1 ? parts[1] : "";
    return first.equals("communities") && path.endsWith("/new") ? "register" : first;
  }

  private static String language(HttpServletRequest request, String language) {
    var here = ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("lang", language);
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
      here.replacePath(asked);
    }
    var uri = here.build(true);
    return uri.getPath() + "?" + uri.getQuery();
  }
}
