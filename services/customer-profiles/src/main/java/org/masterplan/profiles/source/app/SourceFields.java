package org.masterplan.profiles.source.app;

import java.util.List;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.source.domain.Source;

/** What sources can be filtered and ordered by. */
public final class SourceFields {
  public static final Field STATE = Field.exact("state");
  public static final Field BUSINESS_UNIT = Field.named("business_unit", "businessUnits");
  public static final Field OWNER = Field.exact("owner");
  public static final Field RECORDS = Field.number("records");
  public static final Field REJECTED = Field.number("rejected");
  public static final Field TITLE = Field.folded("title");
  public static final Field CREATE_TIME = Field.time("create_time");

  /** All of them. */
  public static final List<Field> ALL =
      List.of(STATE, BUSINESS_UNIT, OWNER, RECORDS, REJECTED, TITLE, CREATE_TIME);

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = List.of(CREATE_TIME, TITLE, RECORDS);

  /** Newest first. */
  public static final Order DEFAULT = new Order(CREATE_TIME, true);

  private SourceFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<Source> queryable() {
    return new Queryable<>(
        s -> s.name().id(),
        SourceFields::values,
        s -> List.of(Texts.fold(s.description().title())));
  }

  private static List<Value> values(Source source, Field field) {
    return switch (field.name()) {
      case "state" -> text(source.state().name());
      case "business_unit" -> text(source.description().businessUnit());
      case "owner" -> text(source.description().owner());
      case "records" -> List.of(new Value.Number(source.holdings().records()));
      case "rejected" -> List.of(new Value.Number(source.holdings().rejected()));
      case "title" -> text(Texts.fold(source.description().title()));
      default -> List.of(new Value.Time(source.createdAt()));
    };
  }

  private static List<Value> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Value.Text(text));
  }
}
