package org.masterplan.profiles.resolution.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.resolution.domain.Resolution;

/** What resolutions can be filtered and ordered by. */
public final class ResolutionFields {
  public static final Field STATE = Field.exact("state");
  public static final Field CREATE_TIME = Field.time("create_time");

  /** All of them. */
  public static final List<Field> ALL = List.of(STATE, CREATE_TIME);

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = List.of(CREATE_TIME);

  /** Newest first. */
  public static final Order DEFAULT = new Order(CREATE_TIME, true);

  private ResolutionFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<Resolution> queryable() {
    return new Queryable<>(r -> r.name().id(), ResolutionFields::values, _ -> List.of());
  }

  private static List<Value> values(Resolution resolution, Field field) {
    return field.equals(STATE)
        ? List.of(new Value.Text(resolution.state().name()))
        : List.of(new Value.Time(resolution.asked().at()));
  }
}
