package org.masterplan.profiles.audience.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.audience.domain.Audience;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.profile.app.Desk;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.View;
import org.masterplan.profiles.profile.domain.Crowd;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.touch.app.OwnPlaces;

/**
 * Counts what is known of a community's people: each once, whatever names a list has them by, and
 * to a unit only what its own sources say of its own communities.
 */
public final class KnowingAudience {
  private static final int AT_ONCE = 200;
  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  private final Plan plan;
  private final Reading reading;
  private final Desk desk;
  private final ConsentLedger consents;
  private final Clock clock;

  /** Who is listed and was reached, and whose communities are. */
  public record Plan(MemberLists lists, ReachedPeople reached, OwnPlaces places) {}

  /**
   * The figures.
   *
   * @param listed members on the community's list
   * @param whole whether all that is known was counted
   * @param reached empty: no message, or governance is away
   * @param missing what could not be asked
   */
  public record Known(
      long listed,
      Audience audience,
      OptionalLong reached,
      boolean whole,
      List<String> missing,
      Instant asOf) {
    /** Whether they are of so few that they would tell whoever acts for a unit of each. */
    public boolean tooFew() {
      return !whole && audience.known() < Crowd.FEWEST;
    }

    /** A count of these people; empty if it would tell whoever acts for a unit of each. */
    public OptionalLong told(long people) {
      return whole || !Crowd.isFew(people) ? OptionalLong.of(people) : OptionalLong.empty();
    }

    /** The part of the known of whom the field is known; empty where its count is not told. */
    public OptionalDouble share(String field) {
      return told(audience.filled(field)).isPresent()
          ? audience.share(field)
          : OptionalDouble.empty();
    }

    /** The mean of the shares; of all but one that one would follow. */
    public OptionalDouble complete() {
      boolean all =
          Audience.COMMON.stream().allMatch(field -> told(audience.filled(field)).isPresent());
      return all ? audience.complete() : OptionalDouble.empty();
    }

    /** Known people of listed members; nobody can tell where nothing is listed. */
    public OptionalDouble knowledge() {
      return listed == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.min(1, (double) audience.known() / listed));
    }
  }

  public KnowingAudience(
      Plan plan, Reading reading, Desk desk, ConsentLedger consents, Clock clock) {
    this.plan = plan;
    this.reading = reading;
    this.desk = desk;
    this.consents = consents;
    this.clock = clock;
  }

  /** What is known of the community's people; {@code purpose} is what they would be asked for. */
  public Known of(String community, String purpose, Actor reader) {
    plan.places().refuseOthers(community, reader);
    var view = desk.view(reader);
    var names = new HashSet<String>();
    long listed = plan.lists().members(community, names::add);
    var audience = new Audience(purpose);
    var counted = new HashSet<String>();
    var all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      var fresh = reading.all(part).stream().filter(p -> counted.add(p.name())).toList();
      count(fresh, view, audience);
    }
    var missing = new ArrayList<String>();
    var reached = reached(community, OwnPeople.units(reader), missing);
    return new Known(listed, audience, reached, view.whole(), missing, clock.instant());
  }

  private void count(List<Profile> profiles, View view, Audience audience) {
    var met = profiles.stream().filter(view::meets).toList();
    var standing = consents.standing(met);
    for (var profile : met) {
      var words = view.told(standing.getOrDefault(profile.name(), List.of()));
      audience.add(view.of(profile), words);
    }
  }

  /** Reading fails open, and says so. */
  private OptionalLong reached(
      String community, Optional<Set<String>> units, List<String> missing) {
    try {
      return plan.reached().since(community, clock.instant().minus(LOOKED_BACK), units);
    } catch (Unavailable _) {
      missing.add("reached");
      return OptionalLong.empty();
    }
  }
}
