package org.masterplan.abandonment.app;

import java.util.List;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.abandonment.domain.RescueCase.Standing;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;

/** What lists of rescue cases may be filtered and ordered by. */
public final class RescueCaseFields {
  public static final Field COMMUNITY = Field.named("community", "communities");
  public static final Field STATE = Field.exact("state");
  public static final Field ASSIGNEE = Field.exact("assignee");
  public static final Field BUSINESS_UNIT = Field.named("business_unit", "businessUnits");
  public static final Field DUE_DATE = Field.exact("due_date");
  public static final Field CREATE_TIME = Field.time("create_time");
  public static final List<Field> FILTERABLE =
      List.of(COMMUNITY, STATE, ASSIGNEE, BUSINESS_UNIT, DUE_DATE, CREATE_TIME);
  public static final List<Field> SORTABLE = List.of(CREATE_TIME, DUE_DATE);
  public static final Order NEWEST_FIRST = new Order(CREATE_TIME, true);

  /** The meaning that every store must match. */
  public static final Queryable<RescueCase> QUERYABLE =
      new Queryable<>(RescueCase::id, RescueCaseFields::values, _ -> List.of());

  private RescueCaseFields() {}

  /** The state's name on the wire and in the store. */
  public static String state(RescueCase rescue) {
    return switch (rescue.standing()) {
      case Standing.Open() -> "OPEN";
      case Standing.InProgress _ -> "IN_PROGRESS";
      case Standing.Closed _ -> "CLOSED";
    };
  }

  private static List<Value> values(RescueCase rescue, Field field) {
    return switch (field.name()) {
      case "community" -> List.of(new Value.Text("communities/" + rescue.ship().community()));
      case "state" -> List.of(new Value.Text(state(rescue)));
      case "assignee" ->
          rescue.assignee().isEmpty() ? List.of() : List.of(new Value.Text(rescue.assignee()));
      case "business_unit" -> List.of(new Value.Text(rescue.ship().businessUnit()));
      case "due_date" -> List.of(new Value.Text(rescue.due().toString()));
      case "create_time" -> List.of(new Value.Time(rescue.opened()));
      default -> List.of();
    };
  }
}
