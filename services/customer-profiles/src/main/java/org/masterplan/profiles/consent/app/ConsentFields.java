package org.masterplan.profiles.consent.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.consent.domain.Consent;

/** By what a person's consents are listed. */
public final class ConsentFields {
  private static final Field TIME = Field.time("time");

  /** Newest first. */
  public static final Order DEFAULT = new Order(TIME, true);

  private ConsentFields() {}

  static Queryable<Consent> queryable() {
    return new Queryable<>(
        Consent::id, (consent, _) -> List.of(new Value.Time(consent.time())), _ -> List.of());
  }
}
