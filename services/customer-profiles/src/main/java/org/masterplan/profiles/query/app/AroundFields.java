package org.masterplan.profiles.query.app;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.profiles.profile.app.CardFields;

/** What people can be listed by that their cards do not say. */
public final class AroundFields {
  public static final Field COMMUNITY = Field.named("community", "communities");
  public static final Field CONSENT = Field.exact("consent");
  public static final Field VALUE = Field.number("value");
  public static final Field RELATION = Field.number("relation");

  /** These alone. */
  public static final List<Field> AROUND = List.of(COMMUNITY, CONSENT, VALUE, RELATION);

  /** With those of cards. */
  public static final List<Field> ALL = with(CardFields.ALL, AROUND);

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = with(CardFields.SORTABLE, List.of(VALUE, RELATION));

  private AroundFields() {}

  private static List<Field> with(List<Field> some, List<Field> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
