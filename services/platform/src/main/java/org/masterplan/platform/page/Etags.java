package org.masterplan.platform.page;

import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Stale;

/** Etags (AIP-154): a revision number, opaque to callers. */
public final class Etags {
  private Etags() {}

  /** The etag of a revision. */
  public static String of(long revision) {
    return "\"" + Long.toString(revision, 36) + "\"";
  }

  /** The revision that an etag stands for; refuses what we never gave out. */
  public static long revision(String etag) {
    var plain = etag.strip().replace("\"", "");
    try {
      return Long.parseLong(plain, 36);
    } catch (NumberFormatException _) {
      throw InvalidFields.of("etag", "ETAG_FORMAT", Map.of("value", etag));
    }
  }

  /** Refuses as stale unless the etag, where one is sent, stands for the stored revision. */
  public static void mustMatch(String name, String etag, long revision) {
    if (!etag.isEmpty() && revision(etag) != revision) {
      throw Stale.named(name);
    }
  }
}
