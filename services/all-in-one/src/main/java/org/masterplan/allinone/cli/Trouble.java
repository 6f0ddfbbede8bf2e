package org.masterplan.allinone.cli;

/** Something went wrong that the one who typed can do something about: one line, no trace. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;
  private final int ending;

  private Trouble(int ending, String line) {
    super(line);
    this.ending = ending;
  }

  static Trouble usage(String line) {
    return new Trouble(Ending.BAD_USAGE, line);
  }

  static Trouble unreadable(String line) {
    return new Trouble(Ending.UNREADABLE, line);
  }

  static Trouble unreachable(String line) {
    return new Trouble(Ending.UNREACHABLE, line);
  }

  int ending() {
    return ending;
  }
}
