package org.masterplan.allinone.demo;

import java.io.IOException;
import org.masterplan.allinone.rest.Refused;

/** A load that was broken off goes over the same ground again. */
final class Known {
  private Known() {}

  /** Does it, unless an earlier run has. */
  static void isFine(Step.Piece piece) throws IOException {
    try {
      piece.load();
    } catch (Refused e) {
      if (!e.isKnownAlready()) {
        throw e;
      }
    }
  }
}
