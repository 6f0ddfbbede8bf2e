package org.masterplan.platform.operation;

/** Where an operation stands. RUNNING outlives a crash: the next holder of its lease goes on. */
enum OperationState {
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  boolean isOpen() {
    return this == WAITING || this == RUNNING;
  }
}
