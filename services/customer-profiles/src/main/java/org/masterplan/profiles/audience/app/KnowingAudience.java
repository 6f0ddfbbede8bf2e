package org.masterplan.profiles.audience.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.audience.domain.Audience;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.profile.app.Reading;

/** Counts what is known of a community's people: each once, whatever names a list has them by. */
public final class KnowingAudience {
  private static final int AT_ONCE = 200;
  private static final Duration LOOKED_BACK = Duration.ofDays(90);

  private final MemberLists lists;
  private final ReachedPeople reached;
  private final Reading reading;
  private final ConsentLedger consents;
  private final Clock clock;

  /**
   * The figures.
   *
   * @param listed members on the community's list
   * @param reached empty: no message, or governance is away
   * @param missing what could not be asked
   */
  public record Known(
      long listed, Audience audience, OptionalLong reached, List<String> missing, Instant asOf) {
    /** Known people of listed members; nobody can tell where nothing is listed. */
    public OptionalDouble knowledge() {
      return listed == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.min(1, (double) audience.known() / listed));
    }
  }

  public KnowingAudience(
      MemberLists lists,
      ReachedPeople reached,
      Reading reading,
      ConsentLedger consents,
      Clock clock) {
    this.lists = lists;
    this.reached = reached;
    this.reading = reading;
    this.consents = consents;
    this.clock = clock;
  }

  /** What is known of the community's people; {@code purpose} is what they would be asked for. */
  public Known of(String community, String purpose) {
    var names = new HashSet<String>();
    long listed = lists.members(community, names::add);
    var audience = new Audience(purpose);
    var counted = new HashSet<String>();
    var all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      count(all.subList(from, Math.min(from + AT_ONCE, all.size())), counted, audience);
    }
    var missing = new ArrayList<String>();
    return new Known(listed, audience, reached(community, missing), missing, clock.instant());
  }

  private void count(List<String> names, HashSet<String> counted, Audience audience) {
    var profiles = reading.all(names).stream().filter(p -> counted.add(p.name())).toList();
    var standing = consents.standing(profiles);
    profiles.forEach(p -> audience.add(p, standing.getOrDefault(p.name(), List.of())));
  }

  /** Reading fails open, and says so. */
  private OptionalLong reached(String community, List<String> missing) {
    try {
      return reached.since(community, clock.instant().minus(LOOKED_BACK));
    } catch (Unavailable _) {
      missing.add("reached");
      return OptionalLong.empty();
    }
  }
}
