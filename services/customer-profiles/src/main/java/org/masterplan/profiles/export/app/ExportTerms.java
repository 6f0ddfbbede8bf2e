package org.masterplan.profiles.export.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.query.Query;
import org.masterplan.profiles.export.domain.Terms;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.source.app.SourceFields;
import org.masterplan.profiles.source.app.Sources;

/** On what terms an actor gets profiles. */
final class ExportTerms {
  private static final int PAGE = 1000;

  private final Sources sources;

  ExportTerms(Sources sources) {
    this.sources = sources;
  }

  /** A unit may know what its own sources say. */
  Terms of(Actor actor, String purpose, Set<String> fields) {
    var own = new OwnPeople(sources).of(actor);
    boolean mayKnow = own.isPresent() || actor.is(Role.DATA_TEAM) || actor.is(Role.PRIVACY_OFFICER);
    return new Terms(purpose, purpose.isEmpty() || !mayKnow, own, purposes(), fields);
  }

  private Map<String, Set<String>> purposes() {
    var purposes = new HashMap<String, Set<String>>();
    var query = Query.first(SourceFields.DEFAULT, PAGE);
    for (var page = sources.list(query); ; page = sources.list(query)) {
      for (var source : page.items()) {
        purposes.put(source.name().id(), Set.copyOf(source.description().purposes()));
      }
      if (page.next().isEmpty()) {
        return purposes;
      }
      query = new Query(query.filter(), query.order(), query.size(), page.next());
    }
  }
}
