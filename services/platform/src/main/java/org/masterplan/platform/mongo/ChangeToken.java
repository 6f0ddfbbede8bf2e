package org.masterplan.platform.mongo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.refusal.InvalidFields;

/** Where a follower of a change feed has got to. Opaque on the wire. */
record ChangeToken(Instant stamp, String id) {
  static Optional<ChangeToken> parse(String token) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int at = text.indexOf(' ');
      var stamp = Instant.ofEpochMilli(Long.parseLong(text.substring(0, at)));
      return Optional.of(new ChangeToken(stamp, text.substring(at + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
      throw InvalidFields.of("token", "CHANGE_TOKEN_FORMAT", Map.of());
    }
  }

  @Override
  public String toString() {
    var text = stamp.toEpochMilli() + " " + id;
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
