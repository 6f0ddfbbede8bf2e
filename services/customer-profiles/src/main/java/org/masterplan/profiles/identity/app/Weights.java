package org.masterplan.profiles.identity.app;

import java.util.List;

/**
 * What a model says of fields, without what it says of single values.
 *
 * @param prior what two records drawn by chance weigh, in bits
 * @param fields those that say most first
 */
public record Weights(double prior, List<Field> fields) {

  /** What one field says, by how two values agree, best first. */
  public record Field(String name, List<Level> levels) {
    public Field {
      levels = List.copyOf(levels);
    }

    /** How far apart its best and its worst level are, in bits. */
    public double reach() {
      var weights = levels.stream().mapToDouble(Level::weight).summaryStatistics();
      return weights.getMax() - weights.getMin();
    }
  }

  /**
   * How two values agree.
   *
   * @param weight evidence in bits
   * @param same the share of pairs of one person that agree so
   * @param different the share of pairs of two persons that agree so
   */
  public record Level(String name, double weight, double same, double different) {}

  public Weights {
    fields = List.copyOf(fields);
  }
}
