package org.masterplan.profiles.profile.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.dictionary.domain.Readings;
import org.masterplan.profiles.profile.domain.Card;

/** What profiles can be filtered and ordered by; segments are defined in the same language. */
public final class CardFields {
  public static final Field NAME = Field.folded("name");
  public static final Field SOURCE = Field.named("source", "sources");
  public static final Field SEGMENT = Field.named("segment", "segments");
  public static final Field BIRTH_YEAR = Field.number("birth_year");
  public static final Field GENDER = Field.exact("gender");
  public static final Field PROVINCE = Field.folded("province");

  /** Those that {@link Card#MORE} names. */
  public static final List<Field> MORE = Card.MORE.stream().map(Field::folded).toList();

  public static final Field RECORDS = Field.number("records");
  public static final Field SOURCES = Field.number("sources");
  public static final Field HAS_PHONE = Field.bool("has_phone");
  public static final Field HAS_EMAIL = Field.bool("has_email");
  public static final Field HAS_NATIONAL_ID = Field.bool("has_national_id");
  public static final Field CREATE_TIME = Field.time("create_time");

  /** All of them. */
  public static final List<Field> ALL =
      Stream.of(
              List.of(NAME, SOURCE, SEGMENT, BIRTH_YEAR, GENDER, PROVINCE),
              MORE,
              List.of(RECORDS, SOURCES, HAS_PHONE, HAS_EMAIL, HAS_NATIONAL_ID, CREATE_TIME))
          .flatMap(List::stream)
          .toList();

  /** Those that a segment is defined by: of another segment it would not follow the changes. */
  public static final List<Field> DEFINING =
      ALL.stream().filter(field -> !field.equals(SEGMENT)).toList();

  /** Those that a list can be ordered by. */
  public static final List<Field> SORTABLE = List.of(CREATE_TIME, NAME, RECORDS);

  /** What fields of fixed words may be compared with. */
  public static final Map<String, List<String>> WORDS = Map.of(GENDER.name(), Readings.GENDERS);

  /** Newest first. */
  public static final Order DEFAULT = new Order(CREATE_TIME, true);

  private CardFields() {}

  /** What a list means, whatever the store. */
  public static Queryable<Card> queryable() {
    return new Queryable<>(Card::name, CardFields::values, CardFields::words);
  }

  /** The words of the names, a space before each, as they are stored. */
  public static List<String> words(Card card) {
    return words(card.facts().names());
  }

  /** The words of these names, a space before each. */
  public static List<String> words(List<String> names) {
    return names.stream()
        .flatMap(name -> Arrays.stream(Texts.fold(name).split(" ")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .map(word -> " " + word)
        .toList();
  }

  /** Everybody with a record of any of these sources, by their ids; of none nobody. */
  public static Filter ofAnySource(Collection<String> ids) {
    return new Filter.Or(
        ids.stream()
            .sorted()
            .<Filter>map(
                id -> new Filter.Compare(SOURCE, Filter.Op.EQ, new Value.Text("sources/" + id)))
            .toList());
  }

  /** The filter with bare words meant as beginnings of words, in any order (capability 133). */
  public static Filter prefixed(Filter filter) {
    return switch (filter) {
      case Filter.Word(var words) ->
          new Filter.And(
              Arrays.stream(words.split(" "))
                  .filter(word -> !word.isEmpty())
                  .<Filter>map(word -> new Filter.Beginning(" " + word))
                  .toList());
      case Filter.Beginning beginning -> beginning;
      case Filter.And(var parts) ->
          new Filter.And(parts.stream().map(CardFields::prefixed).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(CardFields::prefixed).toList());
      case Filter.Not(var part) -> new Filter.Not(prefixed(part));
      case Filter.All all -> all;
      case Filter.Compare compare -> compare;
    };
  }

  /**
   * A filter that every whole card passes whose person passes the given one by what some sources
   * say: of more records there are more names and ways to reach somebody, never fewer.
   */
  public static Filter loosened(Filter wanted) {
    return switch (wanted) {
      case Filter.And(var parts) ->
          new Filter.And(parts.stream().map(CardFields::loosened).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(CardFields::loosened).toList());
      case Filter.Beginning beginning -> beginning;
      case Filter.Word word -> word;
      case Filter.Compare compare when grows(compare) -> compare;
      case Filter.Compare _, Filter.Not _, Filter.All _ -> new Filter.All();
    };
  }

  private static boolean grows(Filter.Compare compare) {
    boolean held = compare.value().equals(new Value.Bool(true));
    return compare.op() == Filter.Op.EQ
        && (compare.field().equals(SOURCE) || (held && key(compare)));
  }

  private static boolean key(Filter.Compare compare) {
    return List.of(HAS_PHONE, HAS_EMAIL, HAS_NATIONAL_ID).contains(compare.field());
  }

  private static List<Value> values(Card card, Field field) {
    var facts = card.facts();
    return switch (field.name()) {
      case "name" -> text(Texts.fold(facts.displayName()));
      case "source" ->
          facts.sources().stream().<Value>map(s -> new Value.Text("sources/" + s)).toList();
      case "birth_year" ->
          facts.birthYear() == 0 ? List.of() : List.of(new Value.Number(facts.birthYear()));
      case "gender" -> text(facts.gender());
      case "province" -> text(Texts.fold(facts.province()));
      case "records" -> List.of(new Value.Number(facts.records()));
      case "sources" -> List.of(new Value.Number(facts.sources().size()));
      case "has_phone" -> List.of(new Value.Bool(facts.keys().contains("phone")));
      case "has_email" -> List.of(new Value.Bool(facts.keys().contains("email")));
      case "has_national_id" -> List.of(new Value.Bool(facts.keys().contains("nationalId")));
      case "create_time" -> List.of(new Value.Time(facts.createdAt()));
      default -> text(Texts.fold(facts.more().getOrDefault(field.name(), "")));
    };
  }

  private static List<Value> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Value.Text(text));
  }
}
