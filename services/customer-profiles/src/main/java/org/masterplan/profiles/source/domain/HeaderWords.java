package org.masterplan.profiles.source.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.masterplan.kernel.text.Texts;

/**
 * What columns are called, in English and Vietnamese. Words are compared without case and marks, so
 * that "Số ĐT", "so_dt" and "SoDT" are one.
 */
final class HeaderWords {
  /** A field that the id column competes under. */
  static final String ID = "id";

  private static final double WHOLE = 1.0;
  private static final double PART = 0.7;

  /** Spellings per field, folded, words apart. A spelling of one word must be the whole header. */
  private static final Map<String, List<String>> WORDS = words();

  private HeaderWords() {}

  /** How well the header says that its column is that field, 0-1. */
  static double score(String header, String field) {
    var words = split(header);
    var joined = String.join("", words);
    double best = 0;
    for (var spelling : WORDS.getOrDefault(field, List.of())) {
      if (joined.equals(spelling.replace(" ", ""))) {
        return WHOLE;
      }
      // The more of the header a spelling explains, the surer it is.
      if (contains(words, List.of(spelling.split(" ")))) {
        best = Math.max(best, PART + 0.02 * Math.min(10, spelling.length()) - 0.03 * words.size());
      }
    }
    return Math.max(0, best);
  }

  static Iterable<String> fields() {
    return WORDS.keySet();
  }

  private static List<String> split(String header) {
    var apart = header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
    var words = new ArrayList<String>();
    for (var word : Texts.fold(apart).split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean contains(List<String> words, List<String> spelling) {
    return java.util.Collections.indexOfSubList(words, spelling) >= 0;
  }

  private static Map<String, List<String>> words() {
    var all = new LinkedHashMap<String, List<String>>();
    var lines = text().lines().filter(line -> !line.startsWith("#"));
    for (var entry : lines.collect(Collectors.joining("\n")).split("\n(?! )")) {
      int colon = entry.indexOf(':');
      var spellings = entry.substring(colon + 1).strip().replaceAll("\\s+", " ");
      all.put(entry.substring(0, colon), List.of(spellings.split(" ?\\| ?")));
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
