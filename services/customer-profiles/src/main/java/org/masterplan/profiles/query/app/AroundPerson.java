package org.masterplan.profiles.query.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.masterplan.kernel.Money;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.domain.Card;

/**
 * A person with what is known around them.
 *
 * @param communities those of the asked ones that the person is in
 * @param consents {@code PURPOSE/CHANNEL} that the person agreed to
 * @param value empty: unknown
 * @param relation how close to the nearest of the asked communities; empty: nothing was done there
 */
record AroundPerson(
    Card card,
    List<String> communities,
    List<String> consents,
    Optional<Money> value,
    OptionalDouble relation) {
  private static final Queryable<Card> CARDS = CardFields.queryable();

  static Queryable<AroundPerson> queryable() {
    return new Queryable<>(
        person -> person.card().name(),
        AroundPerson::values,
        person -> CARDS.words().apply(person.card()));
  }

  private static List<Value> values(AroundPerson person, Field field) {
    if (field.equals(AroundFields.COMMUNITY)) {
      return texts(person.communities());
    }
    if (field.equals(AroundFields.CONSENT)) {
      return texts(person.consents());
    }
    if (field.equals(AroundFields.VALUE)) {
      return person.value().<Value>map(AroundPerson::units).stream().toList();
    }
    if (field.equals(AroundFields.RELATION)) {
      return person.relation().isEmpty()
          ? List.of()
          : List.of(new Value.Number(person.relation().getAsDouble()));
    }
    return CARDS.values().apply(person.card(), field);
  }

  private static List<Value> texts(List<String> texts) {
    return texts.stream().<Value>map(Value.Text::new).toList();
  }

  private static Value units(Money money) {
    return new Value.Number(money.amount().doubleValue());
  }
}
