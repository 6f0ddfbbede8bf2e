package org.masterplan.platform.testkit;

import java.util.Locale;

/**
 * Measured figures of a test run. Each is one line on standard output, {@code FIGURE name value
 * unit (bound)}, which {@code make verify} collects; nothing is asserted here.
 */
public final class Figures {
  private Figures() {}

  /** Prints one figure; {@code bound} says what was asked of it, for example "at least .70". */
  public static void print(String name, double value, String unit, String bound) {
    System.out.println(line(name, value, unit, bound));
  }

  static String line(String name, double value, String unit, String bound) {
    var whole = value == Math.rint(value) || Math.abs(value) >= 1000;
    var shown = String.format(Locale.ROOT, whole ? "%.0f" : "%.4g", value);
    return "FIGURE %s %s%s (%s)".formatted(name, shown, unit.isEmpty() ? "" : " " + unit, bound);
  }
}
