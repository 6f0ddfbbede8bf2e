package org.masterplan.registry.community.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;

/** What lists of communities may be filtered and ordered by. */
public final class CommunityFields {
  public static final Field TITLE = Field.folded("title");
  public static final Field STATE = Field.exact("state");
  public static final Field HEALTH = Field.exact("health");
  public static final Field SEGMENTS = Field.named("segments", "segments");
  public static final Field UNIT = Field.named("business_unit", "businessUnits");
  public static final Field OWNER = Field.named("owner", "employees");
  public static final Field DEPUTIES = Field.named("deputies", "employees");
  public static final Field SPONSOR = Field.exact("sponsor");
  public static final Field SERVES = Field.exact("corporate_objectives");
  public static final Field PLATFORM = Field.exact("platform");
  public static final Field LINK = Field.exact("link");
  public static final Field KIND = Field.exact("kind");
  public static final Field MODE = Field.exact("mode");
  public static final Field PURPOSE = Field.exact("purpose");
  public static final Field PERMIT = Field.exact("permit");
  public static final Field SUBMITTER = Field.exact("submitter");
  public static final Field CREATED = Field.time("create_time");
  public static final Field DECLARED = Field.number("declared_members");

  public static final List<Field> FILTERABLE =
      List.of(
          TITLE, STATE, HEALTH, SEGMENTS, UNIT, OWNER, DEPUTIES, SPONSOR, SERVES, PLATFORM, LINK,
          KIND, MODE, PURPOSE, PERMIT, SUBMITTER, CREATED, DECLARED);
  public static final List<Field> SORTABLE = List.of(CREATED, TITLE, DECLARED);
  public static final Order NEWEST_FIRST = new Order(CREATED, true);

  private CommunityFields() {}
}
