package org.masterplan.governance.message.app;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.masterplan.governance.message.domain.Message;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;

/** What lists of messages may be filtered and ordered by. */
public final class MessageFields {
  public static final Field STATE = Field.exact("state");
  public static final Field UNIT = Field.named("business_unit", "businessUnits");
  public static final Field CHANNEL = Field.exact("channel");
  public static final Field CLASS = Field.exact("message_class");
  public static final Field COMMUNITIES = Field.named("communities", "communities");
  public static final Field SEGMENTS = Field.named("segments", "segments");
  public static final Field PLANNED = Field.time("planned_time");
  public static final Field CREATED = Field.time("create_time");
  public static final Field TITLE = Field.folded("title");
  public static final Field TOPIC = Field.folded("topic");

  public static final List<Field> FILTERABLE =
      List.of(STATE, UNIT, CHANNEL, CLASS, COMMUNITIES, SEGMENTS, PLANNED, CREATED, TITLE, TOPIC);
  public static final List<Field> SORTABLE = List.of(PLANNED, CREATED, TITLE);
  public static final Order SOONEST_FIRST = new Order(PLANNED, false);

  /** The meaning of every list of messages. */
  public static final Queryable<Versioned> MEANING =
      new Queryable<>(
          v -> v.message().name(),
          (v, field) -> values(v.message(), field),
          v -> words(v.message()));

  private MessageFields() {}

  /** Texts that a bare word may be found in, folded. */
  public static List<String> words(Message message) {
    return Stream.of(message.content().title(), message.content().topic())
        .map(Texts::fold)
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private static List<Value> values(Message message, Field field) {
    var content = message.content();
    return switch (field.name().toLowerCase(Locale.ROOT)) {
      case "state" -> text(message.state().name());
      case "business_unit" -> text(content.unit());
      case "channel" -> text(content.channel().name());
      case "message_class" -> text(content.messageClass().name());
      case "communities" -> texts(content.audience().communities());
      case "segments" -> texts(content.audience().segments());
      case "planned_time" ->
          Stream.of(content)
              .map(c -> c.plannedTime())
              .filter(Objects::nonNull)
              .<Value>map(Value.Time::new)
              .toList();
      case "create_time" -> List.of(new Value.Time(message.created()));
      case "title" -> text(Texts.fold(content.title()));
      case "topic" -> text(Texts.fold(content.topic()));
      default -> throw new IllegalArgumentException("field: " + field + " (expected: a known one)");
    };
  }

  private static List<Value> text(String value) {
    return List.of(new Value.Text(value));
  }

  private static List<Value> texts(List<String> values) {
    return values.stream().<Value>map(Value.Text::new).toList();
  }
}
