package org.masterplan.demo;

import static org.masterplan.demo.Resources.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws names by the counted frequencies; a given name leans to a sex as the two lists show. */
final class NameTables {
  private final Weighted<String> surnames = counted("surname");
  private final Weighted<String> middles = counted("middle");
  private final Weighted<String> givens = counted("given");
  private final Map<String, Integer> girls = words("girl_given_names.txt");
  private final Map<String, Integer> boys = words("boy_given_names.txt");

  private static Weighted<String> counted(String part) {
    List<Map<String, String>> rows = Resources.table(part + "_frequency_uit2016.csv", ",");
    Map<String, Double> weights = new HashMap<>();
    rows.forEach(row -> weights.put(cell(row, part), Double.valueOf(cell(row, "count"))));
    return Weighted.of(
        rows.stream().map(row -> cell(row, part)).filter(Marks::vietnamese).toList(),
        v -> weights.getOrDefault(v, 0.0));
  }

  private static Map<String, Integer> words(String list) {
    Map<String, Integer> counts = new HashMap<>();
    for (String line : Resources.lines(list)) {
      String given = line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      counts.merge(given, 1, Integer::sum);
    }
    return counts;
  }

  String surname(Draw draw) {
    return surnames.draw(draw);
  }

  String given(Draw draw) {
    return givens.draw(draw);
  }

  boolean female(String given, Draw draw) {
    double girl = girls.getOrDefault(given.toLowerCase(Locale.ROOT), 0) + 0.5;
    double boy = boys.getOrDefault(given.toLowerCase(Locale.ROOT), 0) + 0.5;
    return draw.chance(girl / (girl + boy));
  }

  /** A given name of the wanted sex. */
  String given(Draw draw, boolean female) {
    for (int tries = 0; tries < 20; tries++) {
      String given = givens.draw(draw);
      if (female(given, draw) == female) {
        return given;
      }
    }
    return female ? "Lan" : "Hùng";
  }

  /** 83 of 100 names have one middle word, 16 have two, 1 has none. */
  String middle(Draw draw, boolean female) {
    double words = draw.unit();
    if (words < 0.01) {
      return "";
    }
    String first = fitting(middles.draw(draw), female);
    return words < 0.84 ? first : first + " " + fitting(middles.draw(draw), female);
  }

  private static String fitting(String middle, boolean female) {
    return switch (middle) {
      case "Văn" -> female ? "Thị" : "Văn";
      case "Thị" -> female ? "Thị" : "Văn";
      default -> middle;
    };
  }
}
