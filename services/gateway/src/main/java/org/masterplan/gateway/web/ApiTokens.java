package org.masterplan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.SignIns;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code POST /v1/token}: a token for a program of somebody who has a password here. Whether the
 * password is right, and whether too many were wrong, is decided where the sign-in page has it
 * decided, so that tries at either count for both. Sets no cookie.
 */
public final class ApiTokens implements HttpRequestHandler {
  /** Where it answers. */
  public static final String PATH = "/v1/token";

  private final SignIns signIns;
  private final Issuer issuer;
  private final String elsewhere;
  private final Answers answers;

  /**
   * Answers for the built-in users.
   *
   * @param elsewhere the company's own issuer, which gives out tokens instead; empty: there is none
   */
  public ApiTokens(SignIns signIns, Issuer issuer, String elsewhere, Answers answers) {
    this.signIns = signIns;
    this.issuer = issuer;
    this.elsewhere = elsewhere;
    this.answers = answers;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var locale = CallHeaders.language(request);
    if (!elsewhere.isEmpty()) {
      answers.refuse(response, HttpRefusal.tokensElsewhere(elsewhere), locale);
      return;
    }
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      answers.refuse(response, HttpRefusal.otherMethods("POST"), locale);
      return;
    }
    var asked = TokenExchange.asked(request);
    var id = TokenExchange.text(asked, "user").strip();
    if (id.isEmpty() || TokenExchange.text(asked, "password").isEmpty()) {
      answers.refuse(response, HttpRefusal.userAndPassword(), locale);
      return;
    }
    var user = signIns.tryPassword(id, TokenExchange.text(asked, "password"));
    if (user.isEmpty()) {
      answers.refuse(response, refusal(id, response), locale);
      return;
    }
    TokenExchange.give(response, issuer.issue(user.get()));
  }

  /** Nothing says whether there is such a user. */
  private HttpRefusal refusal(String id, HttpServletResponse response) {
    if (!signIns.paused(id)) {
      return HttpRefusal.wrongPassword();
    }
    response.setHeader("Retry-After", Long.toString(SignIns.PAUSE.toSeconds()));
    return HttpRefusal.tooManyTries(SignIns.PAUSE.toMinutes());
  }
}
