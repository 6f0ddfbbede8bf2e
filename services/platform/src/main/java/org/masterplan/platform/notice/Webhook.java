package org.masterplan.platform.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.masterplan.kernel.refusal.Refusal;
import org.masterplan.platform.address.AddressPolicy;
import org.masterplan.platform.lease.Leasing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each notice to an address, signed: {@code X-Masterplan-Signature: t=<seconds>,v1=<hex>},
 * the HMAC-SHA-256 of {@code <seconds>.<body>}. A notice may arrive twice; its id tells.
 */
public final class Webhook {
  private static final Logger log = LoggerFactory.getLogger(Webhook.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int AT_ONCE = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Notices notices;
  private final Target target;
  private final Clock clock;
  // Redirects are never followed: they would leave the list of allowed addresses.
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIMEOUT)
          .build();

  /** Where to post, and the secret that both sides know. */
  public record Target(URI address, String secret, AddressPolicy policy) {}

  public Webhook(Notices notices, Target target, Clock clock) {
    this.notices = notices;
    this.target = target;
    this.clock = clock;
  }

  /** Posts what was not posted yet; how many. Stops at the first that fails, for the next round. */
  public int post(Leasing.Held held) {
    int posted = 0;
    for (var notice : notices.unhooked(AT_ONCE)) {
      held.check();
      if (!post(notice)) {
        return posted;
      }
      notices.hooked(List.of(notice));
      posted++;
    }
    return posted;
  }

  private boolean post(Notice notice) {
    try {
      target.policy().check(target.address());
      var answer = client.send(request(body(notice)), BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        log.warn("the webhook answered {}; it will be tried again", answer.statusCode());
      }
      return answer.statusCode() / 100 == 2;
    } catch (Refusal | IOException e) {
      log.warn("the webhook could not be called: {}", e.getClass().getSimpleName());
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest request(String body) {
    long seconds = clock.instant().getEpochSecond();
    var signature = signature(target.secret(), seconds, body);
    return HttpRequest.newBuilder(target.address())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Masterplan-Signature", "t=" + seconds + ",v1=" + signature)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String body(Notice notice) {
    return JSON.writeValueAsString(
        Map.of(
            "id", notice.id(),
            "recipient", notice.recipient(),
            "reason", notice.reason(),
            "values", notice.values(),
            "about", notice.about(),
            "time", notice.at().toString()));
  }

  static String signature(String secret, long seconds, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HmacSHA256", e);
    }
  }
}
