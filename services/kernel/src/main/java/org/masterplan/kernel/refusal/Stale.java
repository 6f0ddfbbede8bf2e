package org.masterplan.kernel.refusal;

import java.util.Map;

/** Somebody else wrote in between; read again and decide again. */
public final class Stale extends Refusal {
  private static final long serialVersionUID = 1L;

  public Stale(String reason, Map<String, String> about) {
    super(reason, about);
  }

  /** The usual case: the etag sent is not the one stored. */
  public static Stale named(String name) {
    return new Stale("STALE_ETAG", Map.of("name", name));
  }
}
