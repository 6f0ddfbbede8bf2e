package org.masterplan.allinone.demo;

import java.util.Map;

/** The enterprise's own words in the words of the plan, as somebody would map them by hand. */
final class Words {
  private static final Map<String, String> CLASSES = Map.of("SURVEY", "ASK", "EVENT", "INFO");

  private Words() {}

  static String messageClass(String word) {
    return CLASSES.getOrDefault(word, word);
  }
}
