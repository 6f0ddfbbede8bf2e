package org.masterplan.gateway.web;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.masterplan.gateway.issuer.Issuer.Token;

/** A small JSON object comes, a token goes; nobody on the way may keep it. */
final class TokenExchange {
  private static final int LIMIT = 4000;

  private TokenExchange() {}

  /** What the request says; empty if it is no JSON object. */
  static JsonObject asked(HttpServletRequest request) throws IOException {
    var body = new String(request.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8);
    try {
      return JsonParser.parseString(body) instanceof JsonObject object ? object : new JsonObject();
    } catch (JsonParseException _) {
      return new JsonObject();
    }
  }

  /** One text of it; empty if it is not there. */
  static String text(JsonObject asked, String field) {
    return asked.get(field) instanceof JsonPrimitive value && value.isString()
        ? value.getAsString()
        : "";
  }

  static void give(HttpServletResponse response, Token token) throws IOException {
    var answer = new JsonObject();
    answer.addProperty("token", token.value());
    answer.addProperty("expiresTime", token.expires().toString());
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
