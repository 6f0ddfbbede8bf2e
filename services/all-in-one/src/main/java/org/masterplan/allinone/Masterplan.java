package org.masterplan.allinone;

import ch.qos.logback.classic.Level;
import org.masterplan.allinone.cli.CommandLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The executable. */
public final class Masterplan {
  private Masterplan() {}

  /** Does what is asked, and ends with its exit code. */
  public static void main(String[] args) {
    // Until a service sets logging up, nothing but a command's own words goes to the screen.
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger l) {
      l.setLevel(Level.OFF);
    }
    System.exit(CommandLines.run(args));
  }
}
