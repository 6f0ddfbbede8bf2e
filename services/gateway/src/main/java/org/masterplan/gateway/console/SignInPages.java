package org.masterplan.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.gateway.issuer.DemoUsers;
import org.masterplan.gateway.issuer.FirstAdministrator;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.SignIns;
import org.masterplan.gateway.issuer.User;
import org.masterplan.gateway.web.SessionCookie;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.platform.text.TextCatalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Signing in and out. */
@Controller
final class SignInPages {
  private final SignIns signIns;
  private final FirstAdministrator first;
  private final Issuer issuer;
  private final Rules rules;

  SignInPages(SignIns signIns, FirstAdministrator first, Issuer issuer, Rules rules) {
    this.signIns = signIns;
    this.first = first;
    this.issuer = issuer;
    this.rules = rules;
  }

  /**
   * How signing in works here.
   *
   * @param demo users without a password; empty outside the demonstration
   * @param lifetime of the cookie
   */
  record Rules(Optional<DemoUsers> demo, Duration lifetime) {}

  @GetMapping("/sign-in")
  String ask(
      @RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
    var wanted = request.getAttribute("next") instanceof String path ? path : next;
    return form(wanted, model);
  }

  @PostMapping("/sign-in")
  String enter(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var user = user(form);
    if (user.isEmpty()) {
      var id = form.getOrDefault("user", "").strip();
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      model.addAttribute("error", signIns.paused(id) ? "signIn.paused" : "signIn.wrong");
      model.addAttribute("user", id);
      return form(form.getOrDefault("next", ""), model);
    }
    SessionCookie.give(request, response, issuer.issue(user.get()), rules.lifetime());
    return "redirect:" + safe(form.getOrDefault("next", ""));
  }

  @PostMapping("/sign-out")
  String leave(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.take(request, response);
    return "redirect:/sign-in";
  }

  @GetMapping("/first-administrator")
  String invite(
      @RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
    if (!first.accepts(token)) {
      return Failures.nothingHere(model, response);
    }
    model.addAttribute("token", token);
    return "first-administrator";
  }

  @PostMapping("/first-administrator")
  String admit(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var token = form.getOrDefault("token", "");
    var id = form.getOrDefault("user", "").strip();
    var name = form.getOrDefault("name", "").strip();
    try {
      var admitted =
          first.admit(token, id, name.isEmpty() ? id : name, form.getOrDefault("password", ""));
      if (admitted.isEmpty()) {
        return Failures.nothingHere(model, response);
      }
      SessionCookie.give(request, response, issuer.issue(admitted.get()), rules.lifetime());
      return "redirect:/portfolio";
    } catch (InvalidFields e) {
      var locale = RequestContextUtils.getLocale(request);
      var wrong = e.violations().getFirst();
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute(
          "problem", TextCatalogue.shared().say(locale, wrong.reason(), wrong.about()));
      model.addAttribute("token", token);
      model.addAttribute("user", id);
      model.addAttribute("name", name);
      return "first-administrator";
    }
  }

  private Optional<User> user(Map<String, String> form) {
    var demo = form.getOrDefault("demo", "");
    return demo.isEmpty()
        ? signIns.tryPassword(
            form.getOrDefault("user", "").strip(), form.getOrDefault("password", ""))
        : rules.demo().flatMap(users -> users.find(demo));
  }

  private String form(String next, Model model) {
    model.addAttribute("next", safe(next));
    model.addAttribute("demoUsers", rules.demo().map(DemoUsers::list).orElse(List.of()));
    return "sign-in";
  }

  /** Only a page of ours: anything else could lead a signed-in person away. */
  private static String safe(String next) {
    return next.matches("/[^/\\\\].*") && !next.startsWith("/sign-") ? next : "/portfolio";
  }
}
