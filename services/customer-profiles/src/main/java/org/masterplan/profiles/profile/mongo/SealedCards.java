package org.masterplan.profiles.profile.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Order;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.text.Texts;
import org.masterplan.profiles.mongo.Sealing;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.domain.Card;

/**
 * What of a sealed card can still be asked: whether a value is equal. Each value that people are
 * filtered by stands as a keyed word in one list; what comes before or after, or begins with
 * something, nobody can tell of these.
 */
final class SealedCards {
  private static final Field FOUND = Field.exact("found");

  /** Fields of which the values are personal. */
  private static final Set<Field> PERSONAL =
      Stream.concat(
              Stream.of(
                  CardFields.NAME, CardFields.PROVINCE, CardFields.BIRTH_YEAR, CardFields.GENDER),
              CardFields.MORE.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Sealing sealing;

  SealedCards(Sealing sealing) {
    this.sealing = sealing;
  }

  /** The words by which the card is found. */
  List<String> found(Card.Facts facts) {
    var found = new ArrayList<String>();
    add(found, CardFields.NAME, Texts.fold(facts.displayName()));
    add(found, CardFields.PROVINCE, Texts.fold(facts.province()));
    add(found, CardFields.GENDER, facts.gender());
    add(found, CardFields.BIRTH_YEAR, facts.birthYear() == 0 ? "" : "" + facts.birthYear());
    for (var field : CardFields.MORE) {
      add(found, field, Texts.fold(facts.more().getOrDefault(field.name(), "")));
    }
    return found;
  }

  private void add(List<String> found, Field field, String value) {
    if (!value.isEmpty()) {
      found.add(sealing.word(named(field, value)));
      found.add(sealing.word(named(field, "")));
    }
  }

  private static String named(Field field, String value) {
    return field.name() + ":" + value;
  }

  /** The filter as it is asked of sealed cards. */
  Filter stored(Filter filter) {
    return switch (filter) {
      case Filter.And(var parts) -> new Filter.And(parts.stream().map(this::stored).toList());
      case Filter.Or(var parts) -> new Filter.Or(parts.stream().map(this::stored).toList());
      case Filter.Not(var part) -> new Filter.Not(stored(part));
      case Filter.Word(var word) -> throw refused("filter", "SEALED_BEGINNING", word.strip());
      case Filter.Beginning(var word) -> throw refused("filter", "SEALED_BEGINNING", word.strip());
      case Filter.All all -> all;
      case Filter.Compare compare when PERSONAL.contains(compare.field()) -> equal(compare);
      case Filter.Compare compare -> compare;
    };
  }

  private Filter equal(Filter.Compare compare) {
    var name = compare.field().name();
    return switch (compare.op()) {
      case EQ, HAS -> any(compare);
      case NE -> new Filter.And(List.of(present(compare.field()), new Filter.Not(any(compare))));
      case LT, LE, GT, GE -> throw refused("filter", "SEALED_RANGE", name);
    };
  }

  private Filter any(Filter.Compare compare) {
    return switch (compare.value()) {
      case Value.Text(var text) -> word(compare.field(), text);
      case Value.Number(var number) -> word(compare.field(), "" + (long) number);
      case Value.Present _ -> present(compare.field());
      case Value.Absent _ -> new Filter.Not(present(compare.field()));
      case Value.Bool _, Value.Time _ -> throw new IllegalArgumentException(compare.toString());
    };
  }

  private Filter present(Field field) {
    return word(field, "");
  }

  private Filter word(Field field, String value) {
    return new Filter.Or(
        sealing.words(named(field, value)).stream()
            .<Filter>map(w -> new Filter.Compare(FOUND, Filter.Op.EQ, new Value.Text(w)))
            .toList());
  }

  /** A list by this order; refused where the order is that of what is sealed. */
  Order stored(Order order) {
    if (PERSONAL.contains(order.field())) {
      throw refused("order_by", "SEALED_ORDER", order.field().name());
    }
    return order;
  }

  private static InvalidFields refused(String field, String reason, String value) {
    return InvalidFields.of(field, reason, Map.of("value", value));
  }

  /** The fields of a card's body that are sealed. */
  static Document personal(Document body) {
    var personal = new Document();
    for (var field : List.of("displayName", "names", "province", "birth_year", "gender", "more")) {
      if (body.containsKey(field)) {
        personal.append(field, body.remove(field));
      }
    }
    return personal;
  }
}
