package org.masterplan.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Linking by equal normalised e-mail, phone and identity number, closed transitively. */
final class ExactKeys {
  record Quality(double precision, double recall, int records) {}

  private final List<Long> persons = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final Map<String, Integer> firstWith = new HashMap<>();
  private final Map<String, String> renumbered = new HashMap<>();

  ExactKeys() {
    for (Map<String, String> row : Resources.table("mobile_prefix_2018.csv", ",")) {
      renumbered.put(Resources.cell(row, "old_prefix"), Resources.cell(row, "new_prefix"));
    }
  }

  void add(long person, Source source, Row row) {
    int record = persons.size();
    persons.add(person);
    parents.add(record);
    if (source.has(Field.PHONE)) {
      key(record, "phone:", phone(row.get(Field.PHONE)));
    }
    if (source.has(Field.EMAIL)) {
      key(record, "mail:", row.get(Field.EMAIL).toLowerCase(Locale.ROOT));
    }
    if (source.has(Field.NATIONAL_ID)) {
      key(record, "id:", row.get(Field.NATIONAL_ID));
    }
  }

  /** The first number of the cell, in today's numbering. */
  private String phone(String written) {
    String digits = written.replaceAll("[/;].*|\\.0$|\\([^+].*", "").replaceAll("\\D", "");
    String national =
        digits.startsWith("84") && digits.length() > 10 ? "0" + digits.substring(2) : digits;
    String whole = national.isEmpty() || national.startsWith("0") ? national : "0" + national;
    String prefix = whole.length() == 11 ? whole.substring(0, 4) : "";
    return renumbered.containsKey(prefix) ? renumbered.get(prefix) + whole.substring(4) : whole;
  }

  private void key(int record, String kind, String value) {
    if (!value.isEmpty()) {
      Integer other = firstWith.putIfAbsent(kind + value, record);
      if (other != null) {
        parents.set(root(record), root(other));
      }
    }
  }

  private int root(int record) {
    int at = record;
    while (parents.get(at) != at) {
      parents.set(at, parents.get(parents.get(at)));
      at = parents.get(at);
    }
    return at;
  }

  Quality quality() {
    Map<Long, Integer> byPerson = new HashMap<>();
    Map<Integer, Integer> byCluster = new HashMap<>();
    Map<String, Integer> byBoth = new HashMap<>();
    for (int i = 0; i < persons.size(); i++) {
      byPerson.merge(persons.get(i), 1, Integer::sum);
      byCluster.merge(root(i), 1, Integer::sum);
      byBoth.merge(persons.get(i) + ":" + root(i), 1, Integer::sum);
    }
    double right = pairs(byBoth);
    return new Quality(right / pairs(byCluster), right / pairs(byPerson), persons.size());
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
