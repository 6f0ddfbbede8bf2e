package org.masterplan.allinone.rest;

import java.io.IOException;

/** The plan answered, and said no. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether what was to be made is there already. */
  public boolean isKnownAlready() {
    return status == 409;
  }

  /** Whether a later try may be answered otherwise. */
  boolean mayPass() {
    return status == 503 || status == 429;
  }
}
