package org.masterplan.kernel.refusal;

import java.util.Map;

/** The name or value is taken, for good: names are never reused. */
public final class AlreadyExists extends Refusal {
  private static final long serialVersionUID = 1L;

  public AlreadyExists(String reason, Map<String, String> about) {
    super(reason, about);
  }

  /** The usual case: a resource of that name exists or existed. */
  public static AlreadyExists named(String name) {
    return new AlreadyExists("ALREADY_EXISTS", Map.of("name", name));
  }
}
