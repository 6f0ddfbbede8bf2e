package org.masterplan.profiles.export.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.export.domain.ProfileExport;

/** By what exports are listed. */
public final class ExportFields {
  public static final Field CREATE_TIME = Field.time("create_time");

  /** Newest first. */
  public static final Order DEFAULT = new Order(CREATE_TIME, true);

  private ExportFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<ProfileExport> queryable() {
    return new Queryable<>(
        e -> e.name().id(), (e, _) -> List.of(new Value.Time(e.createdAt())), _ -> List.of());
  }
}
