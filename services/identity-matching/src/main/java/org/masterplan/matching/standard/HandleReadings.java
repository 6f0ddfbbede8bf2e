package org.masterplan.matching.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a handle is called elsewhere: people take theirs along to other platforms, where it stands
 * with other separators, with the platform's name, or without one of its words ({@code zalo.lan88},
 * {@code lan_88}, {@code lan.tran.88}).
 */
final class HandleReadings {
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> PLATFORMS =
      Set.of(
          "zalo",
          "facebook",
          "fb",
          "messenger",
          "tiktok",
          "tt",
          "youtube",
          "yt",
          "instagram",
          "insta",
          "ig",
          "telegram",
          "tele",
          "twitter",
          "shopee",
          "lazada");

  /** Fewer letters, or so few without a digit among them, are anybody's. */
  private static final int SHORTEST = 5;

  private static final int SHORTEST_WITHOUT_DIGIT = 9;
  private static final int MOST_WORDS = 4;

  private HandleReadings() {}

  /** The whole without separators and platform; empty where that is all there is. */
  static String whole(String folded) {
    return String.join("", words(folded));
  }

  /**
   * The whole first, then each that lacks one word and has a digit: fewer words of a name are
   * anybody's of that name.
   */
  static List<String> of(String folded) {
    var words = words(folded);
    var whole = String.join("", words);
    if (!telling(whole)) {
      return List.of();
    }
    var readings = new ArrayList<String>();
    readings.add(whole);
    for (int out = 0; words.size() > 2 && words.size() <= MOST_WORDS && out < words.size(); out++) {
      var fewer = new ArrayList<>(words);
      fewer.remove(out);
      var reading = String.join("", fewer);
      if (digit(reading) && telling(reading) && !readings.contains(reading)) {
        readings.add(reading);
      }
    }
    return List.copyOf(readings);
  }

  private static List<String> words(String folded) {
    var words = new ArrayList<String>();
    for (var word : SEPARATORS.split(folded)) {
      if (!word.isEmpty() && !PLATFORMS.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean telling(String reading) {
    return reading.length() >= (digit(reading) ? SHORTEST : SHORTEST_WITHOUT_DIGIT);
  }

  private static boolean digit(String reading) {
    return reading.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
