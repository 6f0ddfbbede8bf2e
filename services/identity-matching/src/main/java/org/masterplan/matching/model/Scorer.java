package org.masterplan.matching.model;

import java.util.Arrays;
import java.util.Optional;
import org.masterplan.matching.compare.Comparer;
import org.masterplan.matching.record.Role;
import org.masterplan.matching.table.Table;

/** Weighs pairs of records by a model and by how common their values are. */
public final class Scorer {
  /** The weight of a pair under a veto. */
  public static final double NEVER = -1e9;

  /** The most that a pair can weigh that is left to a person ({@link #doubt}). */
  public static final double UNWITNESSED = -0.5;

  private static final double MOST_ADJUSTMENT = 10;

  private final Table table;
  private final Model model;
  private final Frequencies frequencies;
  private final Guards guards;
  private final double[][] weights;
  private final boolean[] place;

  /** By feature and code: what agreement on that value is worth beyond the average one. */
  private final double[][] rarities;

  private final boolean[] names;

  public Scorer(Table table, Model model, Frequencies frequencies) {
    this.table = table;
    this.model = model;
    this.frequencies = frequencies;
    this.guards = new Guards(table);
    this.weights = new double[model.comparisons().size()][8];
    this.place = new boolean[weights.length];
    this.rarities = new double[weights.length][];
    this.names = new boolean[weights.length];
    for (int f = 0; f < weights.length; f++) {
      int feature = f;
      names[f] = table.columns().get(f).feature().kind().partOfName();
      place[f] = model.comparisons().get(f).feature().role() == Role.PLACE;
      rarities[f] = new double[table.columns().get(f).distinct()];
      Arrays.setAll(rarities[f], code -> rarityOf(feature, code));
      for (int level = 1; level <= model.comparisons().get(f).levels().size(); level++) {
        weights[f][level] = model.comparisons().get(f).weight(level);
      }
    }
  }

  private Scorer(Scorer other, double prior) {
    this.table = other.table;
    this.model = other.model.withPrior(prior);
    this.frequencies = other.frequencies;
    this.guards = other.guards;
    this.weights = other.weights;
    this.place = other.place;
    this.rarities = other.rarities;
    this.names = other.names;
  }

  /** The same with another prior. */
  public Scorer withPrior(double prior) {
    return new Scorer(this, prior);
  }

  public Model model() {
    return model;
  }

  /**
   * The log odds in bits that both are one person: the prior and each feature's part, and what the
   * guards say; {@link #NEVER} for a veto.
   */
  public double weight(long pattern, int left, int right) {
    var parts = room();
    double evidence = evidence(pattern, left, right, parts);
    return guarded(most(pattern, left, right, evidence, parts), evidence);
  }

  /** How many features are weighed. */
  public int features() {
    return weights.length;
  }

  /**
   * As {@link #weight}, taken apart: what each feature adds, NaN where nothing is known of it, and
   * behind them the prior with what the guards take away. Of a veto there are no parts.
   */
  public double weigh(long pattern, int left, int right, double[] parts) {
    double evidence = evidence(pattern, left, right, parts);
    double weight = guarded(most(pattern, left, right, evidence, parts), evidence);
    for (int f = 0; f < weights.length && weight > NEVER; f++) {
      if (untold(f, Comparer.level(pattern, f), left, right)) {
        parts[f] = Double.NaN;
      }
    }
    parts[weights.length] = weight - evidence;
    return weight;
  }

  /** A place for the parts of a pair, to be used for one pair after another. */
  public double[] room() {
    return new double[weights.length];
  }

  /**
   * What all features add, without the prior; {@link #NEVER} for a veto, which looks at no feature.
   *
   * @param parts is given what each feature adds
   */
  public double evidence(long pattern, int left, int right, double[] parts) {
    return guards.veto(left, right).isPresent() ? NEVER : each(pattern, left, right, parts);
  }

  /**
   * Bits that the pair weighs at most, whatever its evidence: what its doubt says. Not asked where
   * the evidence is less than any doubt leaves: no prior adds to it.
   *
   * @param parts as {@link #evidence} filled them
   */
  public double most(long pattern, int left, int right, double evidence, double[] parts) {
    return evidence <= Guards.LEAST_DOUBT
        ? Double.MAX_VALUE
        : guards.doubt(pattern, left, right, parts).map(Doubt::most).orElse(Double.MAX_VALUE);
  }

  /**
   * As {@link #weight}, of a pair whose evidence is known; {@link #NEVER} stays what it is.
   *
   * @param most as {@link #most} said
   * @param evidence without the prior, as {@link #evidence} said
   */
  public double guarded(double most, double evidence) {
    if (evidence <= NEVER) {
      return NEVER;
    }
    double sum = model.priorWeight() + evidence;
    return Math.min(sum, most);
  }

  /**
   * What each feature adds, and all together, without the prior and before the guards. Places hang
   * together (who shares the ward shares the province, who moved changed all of them), so that only
   * the one that says most for the pair and the one that says most against it count.
   *
   * @param parts is given what each feature adds
   */
  public double each(long pattern, int left, int right, double[] parts) {
    double sum = 0;
    int nearest = -1;
    int farthest = -1;
    for (int f = 0; f < weights.length; f++) {
      double part = part(f, Comparer.level(pattern, f), left, right);
      parts[f] = part;
      if (!place[f]) {
        sum += part;
      } else if (part > (nearest < 0 ? 0 : parts[nearest])) {
        nearest = f;
      } else if (part < (farthest < 0 ? 0 : parts[farthest])) {
        farthest = f;
      }
    }
    for (int f = 0; f < weights.length; f++) {
      parts[f] = place[f] && f != nearest && f != farthest ? 0 : parts[f];
    }
    return sum + (nearest < 0 ? 0 : parts[nearest]) + (farthest < 0 ? 0 : parts[farthest]);
  }

  /** Why a pair may not weigh all that it does, if so. */
  public Optional<Doubt> doubt(long pattern, int left, int right) {
    var parts = room();
    each(pattern, left, right, parts);
    return guards.doubt(pattern, left, right, parts);
  }

  /** Whether two records can never be one person. */
  public boolean vetoed(int left, int right) {
    return guards.veto(left, right).isPresent();
  }

  /** Why two records can never be one person, if so. */
  public Optional<String> veto(int left, int right) {
    return guards.veto(left, right);
  }

  /** What tells the most that a pair's evidence can be; for one thread. */
  public Screen screen() {
    return new Screen(this, table);
  }

  /** What a level is worth on average. */
  double bits(int feature, int level) {
    return weights[feature][level];
  }

  boolean place(int feature) {
    return place[feature];
  }

  /** What one feature would add alone. */
  double part(int feature, int level, int left, int right) {
    if (untold(feature, level, left, right)) {
      return 0;
    }
    return weights[feature][level] + adjustment(feature, level, left, right);
  }

  private boolean untold(int feature, int level, int left, int right) {
    return level == 0 || level <= 2 && hub(feature, left, right);
  }

  private boolean hub(int feature, int left, int right) {
    return frequencies.counts(feature)
        && (frequencies.hub(feature, table.code(feature, left))
            || frequencies.hub(feature, table.code(feature, right)));
  }

  /** Agreement on a rare value is worth more than on a common one. */
  private double adjustment(int feature, int level, int left, int right) {
    if (level != 1 && !(level == 2 && names[feature])) {
      return 0;
    }
    // The commoner of both values decides; its adjustment is the smaller one.
    return Math.min(
        rarity(feature, table.code(feature, left)), rarity(feature, table.code(feature, right)));
  }

  double rarity(int feature, int code) {
    var known = rarities[feature];
    if (code >= known.length) {
      known = longer(known, code);
      rarities[feature] = known;
    }
    if (Double.isNaN(known[code])) {
      known[code] = rarityOf(feature, code);
    }
    return known[code];
  }

  /** For values that came after this was made; then one thread alone is at work. */
  private static double[] longer(double[] known, int code) {
    var longer = Arrays.copyOf(known, Math.max(code + 1, known.length + known.length / 2));
    Arrays.fill(longer, known.length, longer.length, Double.NaN);
    return longer;
  }

  private double rarityOf(int feature, int code) {
    var u = model.comparisons().get(feature).u();
    double chance = names[feature] ? u[0] + u[1] : u[0];
    double bits = Math.log(chance / frequencies.share(feature, code)) / Math.log(2);
    return Math.clamp(bits, -MOST_ADJUSTMENT, MOST_ADJUSTMENT);
  }
}
