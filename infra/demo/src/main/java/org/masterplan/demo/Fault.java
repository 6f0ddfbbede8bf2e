package org.masterplan.demo;

import java.util.List;

/**
 * Something planted.
 *
 * @param nearMiss true when it must not be found
 */
record Fault(
    String name, int capability, String subject, boolean nearMiss, String expected, String note) {

  List<String> cells() {
    return List.of(name, String.valueOf(capability), subject, nearMiss ? "1" : "0", expected, note);
  }
}
