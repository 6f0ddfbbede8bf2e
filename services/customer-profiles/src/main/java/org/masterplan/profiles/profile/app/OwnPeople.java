package org.masterplan.profiles.profile.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Value;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;

/**
 * Whom a reader may meet: whoever stands above the units everybody, all others the persons of the
 * sources of their own units. An auditor who is of a unit, too, is one of its people.
 */
public final class OwnPeople {
  private static final int PAGE = 1000;
  private static final Set<Role> ABOVE_UNITS =
      Set.of(Role.CMO, Role.DATA_TEAM, Role.PRIVACY_OFFICER, Role.SERVICE);

  private final Sources sources;

  public OwnPeople(Sources sources) {
    this.sources = sources;
  }

  /** Those of the profiles that the reader may meet, in their order. */
  List<Profile> among(List<Profile> profiles, Actor reader) {
    var own = of(reader);
    return own.map(ids -> profiles.stream().filter(p -> isIn(p, ids)).toList()).orElse(profiles);
  }

  /** The filter, and nobody whom the reader may not meet. */
  Filter within(Filter filter, Actor reader) {
    return of(reader)
        .<Filter>map(ids -> new Filter.And(List.of(filter, CardFields.ofAnySource(ids))))
        .orElse(filter);
  }

  private static boolean isIn(Profile profile, Set<String> own) {
    return profile.records().stream().anyMatch(record -> own.contains(record.name().source()));
  }

  /** Ids of the sources whose persons the reader may meet; empty: all. */
  public Optional<Set<String>> of(Actor reader) {
    boolean above = reader.roles().stream().anyMatch(ABOVE_UNITS::contains);
    boolean auditor = reader.is(Role.AUDITOR) && !reader.is(Role.BUSINESS_UNIT);
    return above || auditor ? Optional.empty() : Optional.of(ofUnits(reader.units()));
  }

  private Set<String> ofUnits(Set<String> units) {
    var own = new HashSet<String>();
    if (units.isEmpty()) {
      return own;
    }
    var any = new Filter.Or(units.stream().<Filter>map(OwnPeople::ofUnit).toList());
    var query = new Query(any, SourceFields.DEFAULT, PAGE, Optional.empty());
    for (var page = sources.list(query); ; page = sources.list(query)) {
      page.items().forEach(source -> own.add(source.name().id()));
      if (page.next().isEmpty()) {
        return own;
      }
      query = new Query(any, SourceFields.DEFAULT, PAGE, page.next());
    }
  }

  private static Filter ofUnit(String id) {
    return new Filter.Compare(
        SourceFields.BUSINESS_UNIT, Filter.Op.EQ, new Value.Text("businessUnits/" + id));
  }
}
