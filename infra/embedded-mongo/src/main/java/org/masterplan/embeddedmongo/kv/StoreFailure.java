package org.masterplan.embeddedmongo.kv;

/** The disk refused: full, unreadable or damaged. The message names no stored value. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean outOfSpace;

  StoreFailure(String message, boolean outOfSpace, Throwable cause) {
    super(message, cause);
    this.outOfSpace = outOfSpace;
  }

  public boolean isOutOfSpace() {
    return outOfSpace;
  }
}
