package org.masterplan.matching.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.masterplan.matching.standard.Letters;

/**
 * What columns are called, in English and Vietnamese. Words are compared without case and marks, so
 * that "Số ĐT", "so_dt" and "SoDT" are one.
 */
final class HeaderWords {
  /** What the column of the record's id competes under. */
  static final String ID = "id";

  /** A column that is known to say nothing about a person. */
  static final String NONE = "none";

  private static final double WHOLE = 1.0;
  private static final double PART = 0.7;
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

  /** Spellings per field, folded, words apart. */
  private static final Map<String, List<List<String>>> WORDS = words();

  private HeaderWords() {}

  /** How well the header says that its column is that field, 0 to 1. */
  static double score(String header, String field) {
    var words = split(header);
    var joined = String.join("", words);
    double best = 0;
    for (var spelling : WORDS.getOrDefault(field, List.of())) {
      var whole = String.join("", spelling);
      if (joined.equals(whole)) {
        return WHOLE;
      }
      // The more of the header a spelling explains, the surer it is.
      boolean part = Collections.indexOfSubList(words, spelling) >= 0;
      if (part && (spelling.size() > 1 || whole.length() > 2)) {
        best = Math.max(best, PART + 0.02 * Math.min(10, whole.length()) - 0.03 * words.size());
      }
    }
    return Math.max(0, best);
  }

  static Set<String> fields() {
    return WORDS.keySet();
  }

  /** The header as the name of a field of its own. */
  static String slug(String header) {
    return String.join("_", split(header));
  }

  private static List<String> split(String header) {
    var folded = Letters.fold(HUMP.matcher(header).replaceAll(" "));
    return NO_WORD.splitAsStream(folded).filter(w -> !w.isEmpty()).toList();
  }

  private static Map<String, List<List<String>>> words() {
    var all = new LinkedHashMap<String, List<List<String>>>();
    var lines = text().lines().filter(line -> !line.startsWith("#"));
    for (var entry : lines.collect(Collectors.joining("\n")).split("\n(?! )")) {
      int colon = entry.indexOf(':');
      var spellings = new ArrayList<List<String>>();
      for (var spelling : entry.substring(colon + 1).strip().split("\\s*\\|\\s*")) {
        spellings.add(List.of(spelling.strip().split("\\s+")));
      }
      all.put(entry.substring(0, colon), spellings);
    }
    return all;
  }

  private static String text() {
    try (var words = HeaderWords.class.getResourceAsStream("header-words.txt")) {
      return new String(Objects.requireNonNull(words).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
