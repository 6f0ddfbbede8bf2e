package org.masterplan.demo;

/** Slips of the fingers. */
final class Typos {
  private Typos() {}

  /** One letter left out, doubled or swapped with its neighbour. */
  static String one(String text, Draw draw) {
    if (text.length() < 4) {
      return text;
    }
    int at = draw.between(1, text.length() - 2);
    String before = text.substring(0, at);
    char here = text.charAt(at);
    return switch (draw.below(3)) {
      case 0 -> before + text.substring(at + 1);
      case 1 -> before + here + text.substring(at);
      default -> before + text.charAt(at + 1) + here + text.substring(at + 2);
    };
  }

  /** One digit that is another. */
  static String digit(String digits, Draw draw) {
    int at = draw.between(3, digits.length() - 1);
    char other = (char) ('0' + (digits.charAt(at) - '0' + draw.between(1, 9)) % 10);
    return digits.substring(0, at) + other + digits.substring(at + 1);
  }
}
