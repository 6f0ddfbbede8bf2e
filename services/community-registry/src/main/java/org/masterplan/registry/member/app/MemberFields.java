package org.masterplan.registry.member.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;

/** What lists of members may be filtered and ordered by. */
public final class MemberFields {
  public static final Field COMMUNITY = Field.named("community", "communities");
  public static final Field STATE = Field.exact("state");
  public static final Field PROFILE = Field.named("profile", "profiles");
  public static final Field HANDLE = Field.exact("handle");
  public static final Field JOINED = Field.time("join_time");

  /** Without the handle: a filter must not tell letter by letter what is masked. */
  public static final List<Field> MASKED = List.of(STATE, PROFILE);

  public static final List<Field> OPEN = List.of(STATE, PROFILE, HANDLE);
  public static final List<Field> SORTABLE = List.of(JOINED);
  public static final Order NEWEST_FIRST = new Order(JOINED, true);

  private MemberFields() {}
}
