package org.masterplan.registry.organisation.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;

/** What lists of units and employees may be filtered and ordered by. */
public final class OrganisationFields {
  public static final Field TITLE = Field.folded("title");
  public static final Field STATE = Field.exact("state");
  public static final Field UNIT = Field.named("business_unit", "businessUnits");

  public static final List<Field> UNIT_FIELDS = List.of(TITLE, STATE);
  public static final List<Field> EMPLOYEE_FIELDS = List.of(TITLE, STATE, UNIT);
  public static final List<Field> SORTABLE = List.of(TITLE);
  public static final Order BY_TITLE = new Order(TITLE, false);

  private OrganisationFields() {}
}
