package org.masterplan.abandonment.app;

import java.util.List;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;

/** What lists of ghost ships may be filtered and ordered by. */
public final class HealthFields {
  public static final Field COMMUNITY = Field.named("community", "communities");
  public static final Field STATE = Field.exact("state");
  public static final Field STATE_TIME = Field.time("state_time");
  public static final Field BUSINESS_UNIT = Field.named("business_unit", "businessUnits");
  public static final Field TITLE = Field.folded("title");
  public static final List<Field> FILTERABLE =
      List.of(COMMUNITY, STATE, STATE_TIME, BUSINESS_UNIT, TITLE);
  public static final List<Field> SORTABLE = List.of(STATE_TIME, TITLE);
  public static final Order OLDEST_FIRST = new Order(STATE_TIME, false);

  /** The meaning that every store must match. */
  public static final Queryable<Health> QUERYABLE =
      new Queryable<>(Health::community, HealthFields::values, HealthFields::words);

  private HealthFields() {}

  private static List<Value> values(Health health, Field field) {
    return switch (field.name()) {
      case "community" -> List.of(new Value.Text("communities/" + health.community()));
      case "state" -> List.of(new Value.Text(health.judgement().state().name()));
      case "state_time" -> List.of(new Value.Time(health.stateTime()));
      case "business_unit" -> List.of(new Value.Text(health.registered().businessUnit()));
      case "title" -> List.of(new Value.Text(Texts.fold(health.registered().title())));
      default -> List.of();
    };
  }

  private static List<String> words(Health health) {
    return List.of(Texts.fold(health.registered().title()));
  }
}
