package org.masterplan.profiles.touch.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.app.Sources;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.touch.domain.Fragmentation;
import org.masterplan.profiles.touch.domain.Touch;

/** Finds out who touched people in the last 90 days, each person by every name that they have. */
public final class Fragmenting {
  /** Touches of so long count. */
  public static final Duration WINDOW = Duration.ofDays(90);

  private final LedgerTouches ledger;
  private final Places places;
  private final Dealings dealings;
  private final Sources sources;
  private final Clock clock;

  /**
   * What was found out.
   *
   * @param people by name of profile; empty where a service was away, because half a count would
   *     look like a whole one
   * @param missing services that were away
   */
  public record Found(
      Map<String, Fragmentation> people, List<String> missing, Instant since, Instant asOf) {}

  public Fragmenting(
      LedgerTouches ledger, Places places, Dealings dealings, Sources sources, Clock clock) {
    this.ledger = ledger;
    this.places = places;
    this.dealings = dealings;
    this.sources = sources;
    this.clock = clock;
  }

  /** The same, which asks for each community once. For one piece of work, and for one thread. */
  Fragmenting remembering() {
    return new Fragmenting(ledger, new RememberedPlaces(places), dealings, sources, clock);
  }

  /** Who touched these people. */
  public Found of(Collection<Profile> profiles) {
    return of(profiles, Optional.empty());
  }

  /** Who of these units touched these people; empty: of all. */
  public Found of(Collection<Profile> profiles, Optional<Set<String>> units) {
    var now = clock.instant();
    var since = now.minus(WINDOW);
    var touches = done(profiles, since);
    var missing = new ArrayList<String>();
    var around = new Around(Map.of(), Map.of(), units);
    try {
      reached(profiles, since, touches);
    } catch (Unavailable _) {
      missing.add("message-governance");
    }
    try {
      around = around(profiles, touches, units);
    } catch (Unavailable _) {
      missing.add("community-registry");
    }
    var people = new LinkedHashMap<String, Fragmentation>();
    if (missing.isEmpty()) {
      for (var profile : profiles) {
        people.put(profile.name(), around.of(profile, touches));
      }
    }
    return new Found(people, missing, since, now);
  }

  private record Around(
      Map<String, Set<String>> seats, Map<String, String> units, Optional<Set<String>> told) {
    private Fragmentation of(Profile profile, Map<String, List<Touch>> touches) {
      var own = new HashSet<String>();
      profile.names().forEach(name -> own.addAll(seats.getOrDefault(name, Set.of())));
      return Fragmentation.of(
          touches.getOrDefault(profile.name(), List.of()).stream().filter(this::tells).toList(),
          new Fragmentation.Around(own, units));
    }

    private boolean tells(Touch touch) {
      return told.map(some -> some.contains(unit(touch))).orElse(true);
    }

    private String unit(Touch touch) {
      return switch (touch) {
        case Touch.Contact contact -> contact.unit();
        case Touch.Act(var community, _) -> units.getOrDefault(community, "");
        case Touch.Deal(var unit, _) -> unit;
      };
    }
  }

  /** What people did themselves, by profile. */
  private Map<String, List<Touch>> done(Collection<Profile> profiles, Instant since) {
    var whose = new HashMap<String, String>();
    for (var profile : profiles) {
      Relations.subjects(profile).forEach(subject -> whose.put(subject, profile.name()));
    }
    var touches = new HashMap<String, List<Touch>>();
    var units = new HashMap<String, String>();
    for (var dealing : dealings.about(whose.keySet())) {
      if (!dealing.time().isBefore(since)) {
        touches
            .computeIfAbsent(whose.getOrDefault(dealing.subject(), ""), _ -> new ArrayList<>())
            .add(touch(dealing, units));
      }
    }
    return touches;
  }

  private Touch touch(Dealing dealing, Map<String, String> units) {
    return switch (dealing.deed()) {
      case Dealing.Deed.Act(var community, _) -> new Touch.Act(community, dealing.time());
      case Dealing.Deed.Order _, Dealing.Deed.Rating _ ->
          new Touch.Deal(unit(dealing.subject(), units), dealing.time());
    };
  }

  /** Whose the source is that brought it; nobody's if it came by a phone or an address. */
  private String unit(String subject, Map<String, String> units) {
    return ProfileId.read(subject).isPresent()
        ? ""
        : units.computeIfAbsent(
            RecordName.parse("subject", subject).source(),
            id -> sources.find(id).map(source -> source.description().businessUnit()).orElse(""));
  }

  private void reached(
      Collection<Profile> profiles, Instant since, Map<String, List<Touch>> touches) {
    var whose = new HashMap<String, String>();
    profiles.forEach(p -> p.names().forEach(name -> whose.put(name, p.name())));
    ledger
        .since(since, whose.keySet())
        .forEach(
            (name, contacts) ->
                touches
                    .computeIfAbsent(whose.getOrDefault(name, ""), _ -> new ArrayList<>())
                    .addAll(contacts));
  }

  private Around around(
      Collection<Profile> profiles, Map<String, List<Touch>> touches, Optional<Set<String>> told) {
    var communities = new HashSet<String>();
    var addressed = new HashSet<String>();
    touches.forEach(
        (profile, some) ->
            some.forEach(
                touch -> {
                  switch (touch) {
                    case Touch.Act(var community, _) -> communities.add(community);
                    case Touch.Contact contact when !contact.communities().isEmpty() ->
                        addressed.add(profile);
                    case Touch.Contact _, Touch.Deal _ -> {}
                  }
                }));
    var names =
        profiles.stream()
            .filter(p -> addressed.contains(p.name()))
            .flatMap(p -> p.names().stream())
            .toList();
    return new Around(places.seats(names), places.units(communities), told);
  }
}
