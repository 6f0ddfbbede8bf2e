package org.masterplan.allinone.cli;

import java.util.Locale;

/** Figures with as many digits as they are told with. */
final class Digits {
  private Digits() {}

  static Double of(double value, int digits) {
    return Double.valueOf(String.format(Locale.ROOT, "%." + digits + "f", value));
  }

  /** A share: four digits. */
  static Double share(double value) {
    return of(value, 4);
  }
}
