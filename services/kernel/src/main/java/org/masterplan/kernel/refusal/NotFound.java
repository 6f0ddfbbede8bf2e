package org.masterplan.kernel.refusal;

import java.util.Map;

/** There is nothing of that name, or the caller may not know of it. */
public final class NotFound extends Refusal {
  private static final long serialVersionUID = 1L;

  public NotFound(String reason, Map<String, String> about) {
    super(reason, about);
  }

  /** The usual case: no resource of that name. */
  public static NotFound named(String name) {
    return new NotFound("NOT_FOUND", Map.of("name", name));
  }
}
