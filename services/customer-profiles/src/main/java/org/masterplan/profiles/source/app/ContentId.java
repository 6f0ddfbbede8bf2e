package org.masterplan.profiles.source.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.masterplan.kernel.ResourceName;
import org.masterplan.profiles.source.domain.Mapping;

/**
 * Names what was given for a source by what it says, so that the same, given again, is the same.
 */
final class ContentId {
  private static final int BYTES = 12;

  private ContentId() {}

  /** Another one for another source, another mapping of its columns, or other parts. */
  static String of(ResourceName source, Mapping mapping, String... parts) {
    var digest = sha256();
    add(digest, source.id());
    add(digest, mapping.idColumn());
    add(digest, mapping.fields().toString());
    for (var part : parts) {
      add(digest, part);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
