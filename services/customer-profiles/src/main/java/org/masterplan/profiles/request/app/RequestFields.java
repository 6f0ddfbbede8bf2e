package org.masterplan.profiles.request.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.request.domain.PrivacyRequest;

/** What requests can be filtered and ordered by. */
public final class RequestFields {
  public static final Field KIND = Field.exact("kind");
  public static final Field STATE = Field.exact("state");
  public static final Field PROFILE = Field.named("profile", "profiles");
  public static final Field OPEN = Field.bool("open");
  public static final Field DUE_TIME = Field.time("due_time");
  public static final Field RECEIVE_TIME = Field.time("receive_time");

  /** All of them. */
  public static final List<Field> ALL = List.of(KIND, STATE, PROFILE, OPEN, DUE_TIME, RECEIVE_TIME);

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = List.of(DUE_TIME, RECEIVE_TIME);

  /** What is to be answered first comes first. */
  public static final Order DEFAULT = new Order(DUE_TIME, false);

  private RequestFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<PrivacyRequest> queryable() {
    return new Queryable<>(r -> r.name().id(), RequestFields::values, _ -> List.of());
  }

  private static List<Value> values(PrivacyRequest request, Field field) {
    return switch (field.name()) {
      case "kind" -> List.of(new Value.Text(request.wish().kind().name()));
      case "state" -> List.of(new Value.Text(request.state().name()));
      case "profile" ->
          request.isOfNobody() ? List.of() : List.of(new Value.Text(request.wish().profile()));
      case "open" -> List.of(new Value.Bool(request.state().isOpen()));
      case "due_time" -> List.of(new Value.Time(request.answer().due()));
      default -> List.of(new Value.Time(request.wish().receivedAt()));
    };
  }
}
