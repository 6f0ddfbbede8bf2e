package org.masterplan.allinone.demo;

import java.io.IOException;
import java.util.List;

/**
 * One part of a load.
 *
 * @param name what the console calls it
 * @param pieces what there is to do, in order; doing one twice changes nothing
 */
record Step(String name, List<Piece> pieces) {

  /** One call, or a few that belong together. */
  @FunctionalInterface
  interface Piece {
    void load() throws IOException;
  }
}
