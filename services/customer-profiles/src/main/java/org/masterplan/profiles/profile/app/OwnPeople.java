package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.profile.domain.Survivorship;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;

/**
 * Whom a reader may meet: whoever stands above the units everybody, all others the persons of the
 * sources of their own units.
 */
public final class OwnPeople {
  private static final int PAGE = 1000;

  private final Sources sources;

  public OwnPeople(Sources sources) {
    this.sources = sources;
  }

  /** What the reader may know of people, whose values are chosen so. */
  View view(Actor reader, Supplier<Survivorship> survivorship) {
    if (reader.knowsOfAllUnits()) {
      return View.WHOLE;
    }
    var own = ofUnits(reader.units());
    var purposes =
        own.stream().flatMap(s -> s.description().purposes().stream()).collect(Collectors.toSet());
    var known = new View.Own(names(reader), ids(own));
    return View.of(reader.subject(), known, purposes, survivorship.get());
  }

  /** Ids of the sources whose persons the reader may meet; empty: all. */
  public Optional<Set<String>> of(Actor reader) {
    return reader.knowsOfAllUnits() ? Optional.empty() : Optional.of(ids(ofUnits(reader.units())));
  }

  /** Names of the units of whose doings the reader may know; empty: all. */
  public static Optional<Set<String>> units(Actor reader) {
    return reader.knowsOfAllUnits() ? Optional.empty() : Optional.of(names(reader));
  }

  private static Set<String> names(Actor reader) {
    return reader.units().stream().map(OwnPeople::unit).collect(Collectors.toSet());
  }

  private static Set<String> ids(List<Source> sources) {
    return sources.stream().map(source -> source.name().id()).collect(Collectors.toSet());
  }

  private List<Source> ofUnits(Set<String> units) {
    var own = new ArrayList<Source>();
    if (units.isEmpty()) {
      return own;
    }
    var any = new Filter.Or(units.stream().<Filter>map(OwnPeople::ofUnit).toList());
    var query = new Query(any, SourceFields.DEFAULT, PAGE, Optional.empty());
    for (var page = sources.list(query); ; page = sources.list(query)) {
      own.addAll(page.items());
      if (page.next().isEmpty()) {
        return own;
      }
      query = new Query(any, SourceFields.DEFAULT, PAGE, page.next());
    }
  }

  private static Filter ofUnit(String id) {
    return new Filter.Compare(SourceFields.BUSINESS_UNIT, Filter.Op.EQ, new Value.Text(unit(id)));
  }

  private static String unit(String id) {
    return "businessUnits/" + id;
  }
}
