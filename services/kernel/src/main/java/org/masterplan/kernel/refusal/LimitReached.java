package org.masterplan.kernel.refusal;

import java.util.Map;

/** A cap, a quota or a capacity is used up. */
public final class LimitReached extends Refusal {
  private static final long serialVersionUID = 1L;

  public LimitReached(String reason, Map<String, String> about) {
    super(reason, about);
  }
}
