package org.masterplan.gateway.rest;

import com.google.rpc.Code;
import java.util.Map;
import org.masterplan.platform.status.Shortened;

/**
 * A request refused before it reaches a service, for reasons of HTTP.
 *
 * @param http the HTTP status
 * @param code the same as a canonical status
 * @param reason key of the text
 * @param about what the text mentions
 */
public record HttpRefusal(int http, Code code, String reason, Map<String, String> about) {
  private static final int SHOWN = 200;

  public HttpRefusal {
    about = Shortened.all(SHOWN, about);
  }

  /** The server could not read the request, or its address and headers are too long. */
  public static HttpRefusal unreadable(int http, long limit) {
    return new HttpRefusal(
        http,
        http < 500 ? Code.INVALID_ARGUMENT : Code.INTERNAL,
        http < 500 ? "HTTP_UNREADABLE" : "HTTP_FAULT",
        Map.of("limit", Long.toString(limit)));
  }

  /** There is no such user in the demonstration. */
  public static HttpRefusal noSuchUser(String user, String expected) {
    return new HttpRefusal(
        404, Code.NOT_FOUND, "DEMO_USER", Map.of("value", user, "expected", expected));
  }

  /** Tokens are given out by the company's own issuer, not here. */
  public static HttpRefusal tokensElsewhere(String issuer) {
    return new HttpRefusal(404, Code.NOT_FOUND, "TOKENS_ELSEWHERE", Map.of("issuer", issuer));
  }

  /** Who asks for a token says who they are. */
  public static HttpRefusal userAndPassword() {
    return new HttpRefusal(400, Code.INVALID_ARGUMENT, "USER_AND_PASSWORD", Map.of());
  }

  /** There is no such user, or the password is not theirs. */
  public static HttpRefusal wrongPassword() {
    return new HttpRefusal(401, Code.UNAUTHENTICATED, "WRONG_PASSWORD", Map.of());
  }

  /** Too many passwords were wrong. */
  public static HttpRefusal tooManyTries(long minutes) {
    return new HttpRefusal(
        429, Code.RESOURCE_EXHAUSTED, "TOO_MANY_TRIES", Map.of("minutes", Long.toString(minutes)));
  }

  /** Nothing answers there. */
  public static HttpRefusal noSuchPath(String path) {
    return new HttpRefusal(404, Code.NOT_FOUND, "NO_SUCH_PATH", Map.of("path", path));
  }

  /** The path answers other methods. */
  public static HttpRefusal otherMethods(String allowed) {
    return new HttpRefusal(405, Code.UNIMPLEMENTED, "OTHER_METHODS", Map.of("allowed", allowed));
  }

  /** Only JSON is read here. */
  public static HttpRefusal notJson(String type) {
    return new HttpRefusal(
        415,
        Code.INVALID_ARGUMENT,
        "CONTENT_TYPE",
        Map.of("value", type, "expected", "application/json"));
  }

  /** The body is longer than is taken. */
  public static HttpRefusal tooLong(long limit) {
    return new HttpRefusal(
        413, Code.OUT_OF_RANGE, "BODY_TOO_LONG", Map.of("limit", Long.toString(limit)));
  }

  /** No token, or one that does not verify. */
  public static HttpRefusal unauthenticated() {
    return new HttpRefusal(401, Code.UNAUTHENTICATED, "SIGN_IN_FIRST", Map.of());
  }

  /** The request names a host or comes from a page that is not ours. */
  public static HttpRefusal foreign(String header, String value) {
    return new HttpRefusal(
        403, Code.PERMISSION_DENIED, "FOREIGN_" + header, Map.of("value", value));
  }
}
