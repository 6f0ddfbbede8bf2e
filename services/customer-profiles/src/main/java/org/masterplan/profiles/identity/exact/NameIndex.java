package org.masterplan.profiles.identity.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.masterplan.profiles.dictionary.domain.Names;

/** The names of records, each word kept once: a million people share a few thousand words. */
final class NameIndex {
  private static final int[] NAMELESS = {};

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[][] nameOf = new int[0][];

  void put(int record, Map<String, String> values) {
    if (record >= nameOf.length) {
      int length = nameOf.length;
      nameOf = Arrays.copyOf(nameOf, Math.max(64, Math.max(record + 1, length * 2)));
      Arrays.fill(nameOf, length, nameOf.length, NAMELESS);
    }
    var name = Arrays.stream(Names.words(values)).mapToInt(this::number).sorted().toArray();
    nameOf[record] = name;
  }

  boolean compatible(int left, int right) {
    return Arrays.equals(nameOf[left], nameOf[right])
        || Names.compatible(text(nameOf[left]), text(nameOf[right]));
  }

  /** How many different names the records bear, whatever the order of their words. */
  int distinct(IntStream records) {
    return (int)
        records
            .mapToObj(record -> nameOf[record])
            .filter(name -> name.length > 0)
            .mapToInt(Arrays::hashCode)
            .distinct()
            .count();
  }

  private int number(String word) {
    return numbers.computeIfAbsent(
        word,
        w -> {
          words.add(w);
          return words.size() - 1;
        });
  }

  private String[] text(int[] name) {
    return Arrays.stream(name).mapToObj(words::get).toArray(String[]::new);
  }
}
