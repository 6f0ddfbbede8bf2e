package org.masterplan.platform.call;

import io.grpc.Metadata;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.text.HeaderText;

/** The metadata that carries a caller between services. */
final class CallHeaders {
  static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  static final Metadata.Key<String> LANGUAGE = key("accept-language");
  static final Metadata.Key<String> PURPOSE = key("x-purpose");

  /** gRPC's own: in how many milliseconds to try again; less than 0: not at all. */
  static final Metadata.Key<String> PUSHBACK = key("grpc-retry-pushback-ms");

  static final String BEARER = "Bearer ";

  private CallHeaders() {}

  static @Nullable String token(Metadata headers) {
    var header = headers.get(AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length())
        : null;
  }

  static Locale locale(Metadata headers) {
    var wanted = headers.get(LANGUAGE);
    return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("vi")
        ? Caller.VIETNAMESE
        : Locale.ENGLISH;
  }

  static String purpose(Metadata headers) {
    var purpose = headers.get(PURPOSE);
    return purpose == null ? "" : HeaderText.decode(purpose);
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
