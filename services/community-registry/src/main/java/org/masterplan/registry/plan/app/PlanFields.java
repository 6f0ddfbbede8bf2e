package org.masterplan.registry.plan.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;

/** What lists of the plan's parts may be filtered and ordered by. */
public final class PlanFields {
  public static final Field TITLE = Field.folded("title");
  public static final Field UNIT = Field.named("business_unit", "businessUnits");

  public static final List<Field> FIELDS = List.of(TITLE);
  public static final List<Field> LINE_FIELDS = List.of(TITLE, UNIT);
  public static final List<Field> SORTABLE = List.of(TITLE);
  public static final Order BY_TITLE = new Order(TITLE, false);

  private PlanFields() {}
}
