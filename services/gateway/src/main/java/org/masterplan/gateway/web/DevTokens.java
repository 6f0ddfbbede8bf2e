package org.masterplan.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.masterplan.gateway.issuer.DemoUsers;
import org.masterplan.gateway.issuer.Issuer;
import org.masterplan.gateway.issuer.User;
import org.masterplan.gateway.rest.Answers;
import org.masterplan.gateway.rest.CallHeaders;
import org.masterplan.gateway.rest.HttpRefusal;
import org.springframework.web.HttpRequestHandler;

/**
 * {@code POST /v1/dev/token}: a token for a demonstration user. Outside the demonstration there is
 * nothing at this path.
 */
public final class DevTokens implements HttpRequestHandler {
  /** Where it answers. */
  public static final String PATH = "/v1/dev/token";

  private final @Nullable DemoUsers users;
  private final Issuer issuer;
  private final Answers answers;

  /**
   * Answers for these users.
   *
   * @param users null outside the demonstration
   */
  public DevTokens(@Nullable DemoUsers users, Issuer issuer, Answers answers) {
    this.users = users;
    this.issuer = issuer;
    this.answers = answers;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var locale = CallHeaders.language(request);
    if (users == null) {
      answers.refuse(response, HttpRefusal.noSuchPath(PATH), locale);
      return;
    }
    if (!request.getMethod().equals("POST")) {
      answers.refuse(response, HttpRefusal.otherMethods("POST"), locale);
      return;
    }
    var wanted = TokenExchange.text(TokenExchange.asked(request), "user");
    var user = users.find(wanted);
    if (user.isEmpty()) {
      answers.refuse(response, HttpRefusal.noSuchUser(wanted, everybody(users)), locale);
      return;
    }
    TokenExchange.give(response, issuer.issue(user.get()));
  }

  private static String everybody(DemoUsers users) {
    return users.list().stream().map(User::id).collect(Collectors.joining(", "));
  }
}
