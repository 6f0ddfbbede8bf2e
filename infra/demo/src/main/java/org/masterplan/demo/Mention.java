package org.masterplan.demo;

import java.time.Instant;

/**
 * What somebody said elsewhere, with its truth.
 *
 * @param label PRAISE, COMPLAINT, QUESTION, JOKE, REAL_CRISIS, STAGED, WEAK_SIGNAL, FAN, EMPLOYEE
 * @param group the coordinated group it belongs to, or empty
 * @param copyOf the number of the mention it repeats, or -1
 */
record Mention(
    Instant time,
    String platform,
    String author,
    String text,
    String sharedLink,
    int reach,
    String label,
    String group,
    int copyOf) {

  String incident() {
    return switch (label) {
      case "REAL_CRISIS" -> "blender";
      case "STAGED" -> "milk-rumour";
      default -> "";
    };
  }
}
