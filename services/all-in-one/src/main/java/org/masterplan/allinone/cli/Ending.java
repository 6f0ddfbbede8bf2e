package org.masterplan.allinone.cli;

/** Exit codes that programs can rely on. */
final class Ending {
  static final int DONE = 0;

  /** Finished; some rows were not taken, and are listed. */
  static final int REJECTS = 1;

  static final int BAD_USAGE = 2;
  static final int UNREADABLE = 3;

  /** Could not reach or open what it needs. */
  static final int UNREACHABLE = 4;

  /** A fault of ours. */
  static final int FAULT = 70;

  private Ending() {}
}
