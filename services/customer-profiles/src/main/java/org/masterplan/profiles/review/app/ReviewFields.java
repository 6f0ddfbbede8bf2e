package org.masterplan.profiles.review.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.review.domain.Review;

/** What reviews can be filtered and ordered by. */
public final class ReviewFields {
  public static final Field KIND = Field.exact("kind");
  public static final Field STATE = Field.exact("state");
  public static final Field SOURCE = Field.named("source", "sources");
  public static final Field URGENCY = Field.number("urgency");
  public static final Field PROBABILITY = Field.number("probability");
  public static final Field SAMPLED = Field.bool("sampled");
  public static final Field DECIDER = Field.exact("decider");
  public static final Field CREATE_TIME = Field.time("create_time");
  public static final Field DECIDE_TIME = Field.time("decide_time");

  /** How many stewards are asked; not for callers. */
  public static final Field WANTED = Field.number("wanted");

  /** Whether the journal is still to be told; not for callers. */
  public static final Field OWED = Field.bool("owed");

  /** All that callers may filter by. */
  public static final List<Field> ALL =
      List.of(
          KIND, STATE, SOURCE, URGENCY, PROBABILITY, SAMPLED, DECIDER, CREATE_TIME, DECIDE_TIME);

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = List.of(URGENCY, CREATE_TIME, DECIDE_TIME);

  /** Most urgent first. */
  public static final Order DEFAULT = new Order(URGENCY, true);

  private ReviewFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<Review> queryable() {
    return new Queryable<>(review -> review.pair().id(), ReviewFields::values, _ -> List.of());
  }

  /** Those in any of these states. */
  public static Filter in(Review.State... states) {
    return new Filter.Or(
        java.util.Arrays.stream(states)
            .<Filter>map(s -> new Filter.Compare(STATE, Filter.Op.EQ, new Value.Text(s.name())))
            .toList());
  }

  private static List<Value> values(Review review, Field field) {
    var finding = review.finding();
    return switch (field.name()) {
      case "kind" -> List.of(new Value.Text(finding.kind().name()));
      case "state" -> List.of(new Value.Text(review.state().name()));
      case "source" ->
          finding.sources().stream().<Value>map(s -> new Value.Text("sources/" + s)).toList();
      case "urgency" -> List.of(new Value.Number(finding.urgency()));
      case "probability" ->
          finding.probability().stream().<Value>mapToObj(Value.Number::new).toList();
      case "sampled" -> List.of(new Value.Bool(finding.sampled()));
      case "decider" ->
          review.opinions().stream().<Value>map(o -> new Value.Text(o.actor())).toList();
      case "create_time" -> List.of(new Value.Time(review.foundAt()));
      case "decide_time" -> review.decidedAt().<Value>map(Value.Time::new).stream().toList();
      case "wanted" -> List.of(new Value.Number(review.wanted()));
      case "owed" -> List.of(new Value.Bool(review.owed()));
      default -> List.of();
    };
  }
}
