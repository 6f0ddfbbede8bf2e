package org.masterplan.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;

/** Reads JSON bodies within limits. */
final class Bodies {
  /** As much as a gRPC message may hold. */
  static final int JSON_LIMIT = 4 * 1024 * 1024;

  private Bodies() {}

  /** The body as text; empty if there is none. */
  static String json(HttpServletRequest request) throws IOException, RefusedException {
    if (request.getContentLengthLong() > JSON_LIMIT) {
      throw new RefusedException(HttpRefusal.tooLong(JSON_LIMIT));
    }
    var bytes = request.getInputStream().readNBytes(JSON_LIMIT + 1);
    if (bytes.length > JSON_LIMIT) {
      throw new RefusedException(HttpRefusal.tooLong(JSON_LIMIT));
    }
    if (bytes.length > 0 && !isJson(request)) {
      throw new RefusedException(HttpRefusal.notJson(type(request)));
    }
    return utf8(bytes);
  }

  /** The content type without its parameters; empty if none is stated. */
  static String type(HttpServletRequest request) {
    var stated = request.getContentType();
    return stated == null ? "" : stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isJson(HttpServletRequest request) {
    var type = type(request);
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw InvalidFields.of("body", "NOT_UTF8", Map.of());
    }
  }

  /** Carries a refusal of HTTP to the one place that answers it. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient HttpRefusal refusal;

    RefusedException(HttpRefusal refusal) {
      super(refusal.reason(), null, false, false);
      this.refusal = refusal;
    }

    HttpRefusal refusal() {
      return refusal;
    }
  }
}
