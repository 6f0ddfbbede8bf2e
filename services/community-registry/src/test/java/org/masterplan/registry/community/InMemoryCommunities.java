package org.masterplan.registry.community;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Queryable;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.text.Texts;
import org.masterplan.registry.community.app.Communities;
import org.masterplan.registry.community.app.CommunityFields;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.resource.InMemoryResources;
import org.masterplan.registry.resource.app.Versioned;

/** Communities in memory. */
public final class InMemoryCommunities extends InMemoryResources<Community> implements Communities {
  public InMemoryCommunities() {
    super(
        new Queryable<>(
            c -> c.value().name().toString(),
            (c, field) -> values(c.value(), field),
            c -> List.of(Texts.fold(c.value().title()), Texts.fold(c.value().place().link()))));
  }

  @Override
  public Optional<Versioned<Community>> findByLink(String link) {
    return page(Query.first(CommunityFields.NEWEST_FIRST, 1000)).items().stream()
        .filter(c -> c.value().place().link().equals(link))
        .min(Comparator.comparing(c -> c.value().times().created()));
  }

  private static List<Value> values(Community c, Field field) {
    return switch (field.name()) {
      case "title" -> text(Texts.fold(c.title()));
      case "state" -> text(c.standing().state().name());
      case "permit" -> text(c.standing().permit().name());
      case "business_unit" -> text(c.holding().unit());
      case "owner" -> text(c.holding().owner());
      case "sponsor" -> text(c.holding().sponsor());
      case "platform" -> text(c.place().platform());
      case "link" -> text(c.place().link());
      case "deputies" -> c.holding().deputies().stream().flatMap(d -> text(d).stream()).toList();
      case "segments" -> c.intent().segments().stream().flatMap(s -> text(s).stream()).toList();
      case "create_time" -> List.of(new Value.Time(c.times().created()));
      case "declared_members" -> List.of(new Value.Number(c.declaredMembers()));
      default -> throw new IllegalArgumentException(field.name());
    };
  }

  private static List<Value> text(String text) {
    return text.isEmpty() ? List.of() : List.of(new Value.Text(text));
  }

  /** The usual way to ask for one field's value. */
  public static Filter is(Field field, String value) {
    return new Filter.Compare(field, Filter.Op.EQ, new Value.Text(value));
  }
}
