package org.masterplan.matching.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people said of a {@link CustomerSample}. The number of distinct customers is the strata's
 * mean worth of an entity times their sizes; its 95 % interval is Student's, with as many degrees
 * of freedom as the strata have together (W. G. Cochran, "Sampling Techniques", 1977, 5.3, 5.4). Of
 * entities that were all looked at nothing is guessed.
 */
public final class LabelledCustomers {
  /**
   * What each stratum is taken to have seen beside its labels, as far as spread goes: once in two,
   * an entity off by a half (Jeffreys' prior). So a stratum in which nothing was off is not
   * certain.
   */
  static final double UNSEEN = 0.125;

  /** What is said of a stratum of which nothing is known: some worth between none and one. */
  private static final double UNKNOWN = 0.5;

  private final int records;
  private final Map<CustomerSample.Stratum, Worths> strata = new LinkedHashMap<>();
  private int labelled;
  private int unlabelled;

  private static final class Worths {
    private int count;
    private double sum;
    private double squares;

    void add(double worth) {
      count++;
      sum += worth;
      squares += worth * worth;
    }

    double mean() {
      return count == 0 ? UNKNOWN : sum / count;
    }

    /** Of one entity. */
    double variance() {
      return (squares - sum * mean() + UNSEEN) / Math.max(1, count);
    }
  }

  /** Of a sample of entities that have so many records together. */
  public LabelledCustomers(int records) {
    this.records = records;
  }

  /**
   * Distinct customers.
   *
   * @param inflation records to a customer
   */
  public record Answer(Estimate customers, Estimate inflation) {}

  /**
   * Takes what was said of an entity.
   *
   * @param elsewhere of each customer it holds: how many other entities hold that one too
   */
  public void add(CustomerSample.Stratum stratum, List<Integer> elsewhere) {
    worths(stratum).add(elsewhere.stream().mapToDouble(others -> 1.0 / (1 + others)).sum());
    labelled++;
  }

  /** Takes an entity of which nothing was said: its stratum counts all the same. */
  public void add(CustomerSample.Stratum stratum) {
    worths(stratum);
    unlabelled++;
  }

  private Worths worths(CustomerSample.Stratum stratum) {
    return strata.computeIfAbsent(stratum, s -> new Worths());
  }

  public int labelled() {
    return labelled;
  }

  public int unlabelled() {
    return unlabelled;
  }

  public int records() {
    return records;
  }

  /** Entities of all strata. */
  public int entities() {
    return strata.keySet().stream().mapToInt(CustomerSample.Stratum::entities).sum();
  }

  /** Of what was labelled. */
  public Answer answer() {
    double value = 0;
    double variance = 0;
    double degrees = 0;
    for (var each : strata.entrySet()) {
      double all = each.getKey().entities();
      var worths = each.getValue();
      double part = Allocation.Share.variance(all, Math.max(1, worths.count), worths.variance());
      value += all * worths.mean();
      variance += part;
      degrees += part * part / Math.max(1, worths.count);
    }
    double half = variance == 0 ? 0 : Math.sqrt(variance) * student(variance * variance / degrees);
    return answer(value, half);
  }

  /** No fewer than one customer, no more than records. */
  private Answer answer(double value, double half) {
    double low = Math.clamp(rounded(value - half), 1, Math.max(1, records));
    double high = Math.clamp(rounded(value + half), low, Math.max(1, records));
    var customers = new Estimate(Math.clamp(rounded(value), low, high), low, high);
    return new Answer(
        customers, new Estimate(records / customers.value(), records / high, records / low));
  }

  /** Thirds that were added up are a whole again. */
  private static double rounded(double sum) {
    return Math.rint(sum * 1e6) / 1e6;
  }

  /** Student's 97.5 % quantile (M. Abramowitz, I. Stegun, 1964, 26.7.5). */
  static double student(double degrees) {
    double z = 1.959964;
    double d = Math.max(3, degrees);
    double g1 = (Math.pow(z, 3) + z) / 4;
    double g2 = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
    double g3 = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z) / 384;
    return z + g1 / d + g2 / (d * d) + g3 / (d * d * d);
  }
}
