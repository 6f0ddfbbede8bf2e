package org.masterplan.listening.app;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.PlatformWord;
import org.masterplan.kernel.text.Texts;
import org.masterplan.listening.domain.Closing;
import org.masterplan.listening.domain.ComplaintCase;
import org.masterplan.listening.domain.Feedback;
import org.masterplan.listening.domain.Idea;
import org.masterplan.listening.domain.Incident;
import org.masterplan.listening.domain.Mention;
import org.masterplan.listening.domain.Resource;
import org.masterplan.listening.domain.Talk;

/**
 * What lists of a resource may be filtered and ordered by, and where it keeps its author.
 *
 * @param fields what may be filtered by
 * @param sortable what may be ordered by
 * @param order the order if none is asked for
 * @param values an item's values of a field
 * @param words texts that a bare word may be found in, as written
 * @param authors keys of the person behind it, none if nobody is known
 */
public record Listed<T extends Resource>(
    List<Field> fields,
    List<Field> sortable,
    Order order,
    BiFunction<T, String, List<Value>> values,
    Function<T, List<String>> words,
    Function<T, List<String>> authors) {
  private static final Field CREATE_TIME = Field.time("create_time");
  private static final Field TIME = Field.time("time");
  private static final Field REACH = Field.number("reach");
  private static final Field DUE_TIME = Field.time("due_time");
  private static final Field STATE = Field.exact("state");
  private static final Field COMMUNITY = Field.named("community", "communities");
  private static final Field PLATFORM = Field.exact("platform");
  private static final Order NEWEST = new Order(CREATE_TIME, true);

  public static final Listed<Mention> MENTIONS =
      new Listed<>(
          List.of(
              TIME,
              REACH,
              PLATFORM,
              Field.exact("language"),
              Field.bool("complaint"),
              Field.exact("duplicate_of"),
              Field.exact("complaint_case")),
          List.of(TIME, REACH),
          new Order(TIME, true),
          Listed::mention,
          m -> List.of(m.said().text()),
          m -> key(m.authorKey()));

  public static final Listed<ComplaintCase> CASES =
      new Listed<>(
          List.of(STATE, CREATE_TIME, DUE_TIME, Field.exact("mention"), PLATFORM),
          List.of(CREATE_TIME, DUE_TIME),
          NEWEST,
          Listed::complaint,
          c -> List.of(),
          c -> List.of());

  public static final Listed<Idea> IDEAS =
      new Listed<>(
          List.of(STATE, COMMUNITY, CREATE_TIME),
          List.of(CREATE_TIME),
          NEWEST,
          Listed::idea,
          i -> List.of(i.title()),
          i -> key(i.author()));

  public static final Listed<Incident> INCIDENTS =
      new Listed<>(
          List.of(
              STATE,
              CREATE_TIME,
              Field.named("communities", "communities"),
              Field.named("segments", "segments"),
              Field.named("product_lines", "productLines")),
          List.of(CREATE_TIME),
          NEWEST,
          Listed::incident,
          i -> List.of(i.title()),
          i -> List.of());

  public static final Listed<Talk> THREADS =
      new Listed<>(
          List.of(STATE, COMMUNITY, CREATE_TIME),
          List.of(CREATE_TIME),
          NEWEST,
          Listed::talk,
          t -> List.of(t.title()),
          t -> key(t.author()));

  public static final Listed<Feedback> FEEDBACK =
      feedback(
          TIME,
          COMMUNITY,
          Field.exact("type"),
          Field.exact("author_standing"),
          PLATFORM,
          Field.named("profile", "profiles"),
          Field.named("product_line", "productLines"));

  /** To whoever may not know whom others know: what may be asked for would tell it, too. */
  public static final Listed<Feedback> FEEDBACK_OF_ANYBODY =
      feedback(
          TIME,
          COMMUNITY,
          Field.exact("type"),
          PLATFORM,
          Field.named("product_line", "productLines"));

  /** The meaning that every store must match. */
  public Queryable<T> queryable() {
    return new Queryable<>(
        Resource::id,
        (item, field) -> values.apply(item, field.name()),
        item -> words.apply(item).stream().map(Texts::fold).toList());
  }

  /** The filter with platforms called as they are stored. */
  public static Filter named(Filter filter) {
    return switch (filter) {
      case Filter.Compare(var field, var op, Value.Text(var text)) when field.equals(PLATFORM) ->
          new Filter.Compare(field, op, new Value.Text(PlatformWord.of(text)));
      case Filter.And(var parts) -> new Filter.And(parts.stream().map(Listed::named).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(Listed::named).toList());
      case Filter.Not(var part) -> new Filter.Not(named(part));
      case Filter.Compare _, Filter.All _, Filter.Word _, Filter.Beginning _ -> filter;
    };
  }

  private static List<Value> mention(Mention m, String field) {
    return switch (field) {
      case "time" -> List.of(new Value.Time(m.said().time()));
      case "reach" -> List.of(new Value.Number(m.said().reach()));
      case "platform" -> text(m.said().platform());
      case "language" -> text(m.said().language());
      case "complaint" -> List.of(new Value.Bool(m.isComplaint()));
      case "duplicate_of" -> name("mentions/", m.duplicateOf());
      case "complaint_case" -> name("complaintCases/", m.complaintCase());
      default -> List.of();
    };
  }

  private static List<Value> complaint(ComplaintCase c, String field) {
    return switch (field) {
      case "state" -> state(c.closing());
      case "create_time" -> List.of(new Value.Time(c.opened()));
      case "due_time" -> List.of(new Value.Time(c.due()));
      case "mention" -> name("mentions/", c.mention());
      case "platform" -> text(c.platform());
      default -> List.of();
    };
  }

  private static List<Value> idea(Idea i, String field) {
    return switch (field) {
      case "state" -> text(i.state().name());
      case "community" -> text(i.community());
      case "create_time" -> List.of(new Value.Time(i.posted()));
      default -> List.of();
    };
  }

  private static List<Value> incident(Incident i, String field) {
    return switch (field) {
      case "state" -> state(i.closing());
      case "create_time" -> List.of(new Value.Time(i.opened()));
      case "communities" -> texts(i.reach().communities());
      case "segments" -> texts(i.reach().segments());
      case "product_lines" -> texts(i.reach().productLines());
      default -> List.of();
    };
  }

  private static List<Value> talk(Talk t, String field) {
    return switch (field) {
      case "state" -> state(t.closing());
      case "community" -> text(t.community());
      case "create_time" -> List.of(new Value.Time(t.opened()));
      default -> List.of();
    };
  }

  private static Listed<Feedback> feedback(Field... fields) {
    return new Listed<>(
        List.of(fields),
        List.of(TIME),
        new Order(TIME, true),
        Listed::feedback,
        f -> List.of(f.said().text()),
        Feedback::authorKeys);
  }

  private static List<Value> feedback(Feedback f, String field) {
    return switch (field) {
      case "time" -> List.of(new Value.Time(f.said().time()));
      case "community" -> text(f.said().community());
      case "type" -> text(f.said().type().name());
      case "author_standing" -> text(f.author().standing().name());
      case "platform" -> text(f.author().platform());
      case "profile" -> text(f.author().profile());
      case "product_line" -> text(f.said().productLine());
      default -> List.of();
    };
  }

  private static List<String> key(String author) {
    return author.isEmpty() ? List.of() : List.of(author);
  }

  private static List<Value> state(@Nullable Closing closing) {
    return text(closing == null ? "OPEN" : "CLOSED");
  }

  private static List<Value> name(String collection, String id) {
    return id.isEmpty() ? List.of() : text(collection + id);
  }

  private static List<Value> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Value.Text(text));
  }

  private static List<Value> texts(List<String> texts) {
    return texts.stream().<Value>map(Value.Text::new).toList();
  }
}
