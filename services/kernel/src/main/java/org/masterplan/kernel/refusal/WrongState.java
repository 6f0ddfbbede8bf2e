package org.masterplan.kernel.refusal;

import java.util.Map;

/** The resource is in a state that does not allow the request. */
public final class WrongState extends Refusal {
  private static final long serialVersionUID = 1L;

  public WrongState(String reason, Map<String, String> about) {
    super(reason, about);
  }
}
