package org.masterplan.kernel.refusal;

import java.util.Map;

/** The caller may not do this, whoever else may. */
public final class NotAllowed extends Refusal {
  private static final long serialVersionUID = 1L;

  public NotAllowed(String reason, Map<String, String> about) {
    super(reason, about);
  }
}
