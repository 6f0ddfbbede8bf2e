package org.masterplan.gateway.rest;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.text.HeaderText;

/** Who calls, in which language and for which purpose, sent along with every call. */
public final class CallHeaders {
  private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  private static final Metadata.Key<String> LANGUAGE = key("accept-language");
  private static final Metadata.Key<String> PURPOSE = key("x-purpose");

  private CallHeaders() {}

  /** The channel, as the caller of the request uses it. */
  static Channel attach(Channel channel, HttpServletRequest request) {
    var headers = new Metadata();
    put(headers, AUTHORIZATION, request.getHeader("Authorization"));
    var language = request.getHeader("Accept-Language");
    if (language != null) {
      put(headers, LANGUAGE, Lengths.header("Accept-Language", language));
    }
    var purpose = request.getHeader("X-Purpose");
    if (purpose != null) {
      putPurpose(headers, "X-Purpose", HeaderText.decode(purpose));
    }
    return with(channel, headers);
  }

  /** What a signed-in person's calls carry; the purpose may be empty. */
  public record Said(String token, Locale locale, String purpose) {}

  /** The channel, as a signed-in person uses it. Refuses a purpose that is too long to travel. */
  public static Channel attach(Channel channel, Said said) {
    var headers = new Metadata();
    put(headers, AUTHORIZATION, "Bearer " + said.token());
    put(headers, LANGUAGE, said.locale().getLanguage());
    if (!said.purpose().isEmpty()) {
      putPurpose(headers, "purpose", said.purpose());
    }
    return with(channel, headers);
  }

  /** The language to answer in: Vietnamese where asked for first, else English. */
  public static Locale language(HttpServletRequest request) {
    return language(request.getHeader("Accept-Language"));
  }

  private static Locale language(@Nullable String wanted) {
    return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("vi")
        ? Locale.forLanguageTag("vi")
        : Locale.ENGLISH;
  }

  private static Channel with(Channel channel, Metadata headers) {
    return ClientInterceptors.intercept(
        channel,
        MetadataUtils.newAttachHeadersInterceptor(headers),
        new PlainWords(language(headers.get(LANGUAGE))));
  }

  /** Words of any language, which travel as ASCII. */
  private static void putPurpose(Metadata headers, String field, String words) {
    headers.put(PURPOSE, HeaderText.encode(Lengths.header(field, words)));
  }

  /** Metadata holds printable ASCII only; what is not is left out rather than garbled. */
  private static void put(Metadata headers, Metadata.Key<String> key, @Nullable String value) {
    if (value != null && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      headers.put(key, value);
    }
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
