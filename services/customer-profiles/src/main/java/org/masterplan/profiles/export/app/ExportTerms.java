package org.masterplan.profiles.export.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Query;
import org.masterplan.profiles.export.domain.Terms;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.Source;

/** On what terms an actor gets profiles. */
final class ExportTerms {
  private static final int PAGE = 1000;
  private static final Set<Role> ABOVE_UNITS =
      Set.of(Role.CMO, Role.DATA_TEAM, Role.PRIVACY_OFFICER, Role.SERVICE);

  private final Sources sources;

  ExportTerms(Sources sources) {
    this.sources = sources;
  }

  Terms of(Actor actor, String purpose, Set<String> fields) {
    var purposes = new HashMap<String, Set<String>>();
    var own = new HashSet<String>();
    var query = Query.first(SourceFields.DEFAULT, PAGE);
    for (var page = sources.list(query); ; page = sources.list(query)) {
      for (var source : page.items()) {
        purposes.put(source.name().id(), Set.copyOf(source.description().purposes()));
        if (isOf(source, actor)) {
          own.add(source.name().id());
        }
      }
      if (page.next().isEmpty()) {
        return terms(actor, purpose, fields, purposes, own);
      }
      query = new Query(query.filter(), query.order(), query.size(), page.next());
    }
  }

  private static Terms terms(
      Actor actor,
      String purpose,
      Set<String> fields,
      Map<String, Set<String>> purposes,
      Set<String> own) {
    boolean above = actor.roles().stream().anyMatch(ABOVE_UNITS::contains);
    boolean mayKnow = !above || actor.is(Role.DATA_TEAM) || actor.is(Role.PRIVACY_OFFICER);
    return new Terms(
        purpose,
        purpose.isEmpty() || !mayKnow,
        above ? Optional.empty() : Optional.of(own),
        purposes,
        fields);
  }

  private static boolean isOf(Source source, Actor actor) {
    var unit = source.description().businessUnit();
    return List.copyOf(actor.units()).stream().anyMatch(id -> unit.equals("businessUnits/" + id));
  }
}
