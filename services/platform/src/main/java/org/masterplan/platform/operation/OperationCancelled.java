package org.masterplan.platform.operation;

/** Somebody asked the operation to stop. */
final class OperationCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OperationCancelled(String name) {
    super(name, null, false, false);
  }
}
