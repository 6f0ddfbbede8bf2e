package org.masterplan.kernel.refusal;

import java.util.Map;

/** Something this needs is away; the same call may succeed later. */
public final class Unavailable extends Refusal {
  private static final long serialVersionUID = 1L;

  public Unavailable(String reason, Map<String, String> about) {
    super(reason, about);
  }
}
