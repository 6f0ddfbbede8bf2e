package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;

/** Puts together what a reader of profiles sees: values, consent, segments, seats. */
public final class Desk {
  private static final int AT_ONCE = 200;

  private final Reading reading;
  private final Cards cards;
  private final Around around;

  /** What is known about people beside their values. */
  public record Around(
      ConsentLedger consents,
      Membering membering,
      Memberships memberships,
      Sight sight,
      OwnPeople own,
      NarrowLists narrow) {}

  /**
   * A profile with what is around it.
   *
   * @param missing what could not be asked
   */
  public record Sheet(
      Profile profile,
      boolean masked,
      List<Consent> consents,
      List<String> segments,
      List<Memberships.Membership> memberships,
      List<String> missing) {

    private Sheet with(List<Memberships.Membership> seats) {
      return new Sheet(profile, masked, consents, segments, seats, missing);
    }
  }

  /** What of a sheet is wanted; what is not is neither asked for nor shown. */
  public record Parts(boolean values, boolean consents, boolean segments, boolean memberships) {
    public static final Parts ALL = new Parts(true, true, true, true);
  }

  /** A person as other services need them. */
  public record Reach(Profile profile, List<Consent> consents, List<String> segments) {}

  public Desk(Reading reading, Cards cards, Around around) {
    this.reading = reading;
    this.cards = cards;
    this.around = around;
  }

  /** The profile of that name, if the reader may meet its person. */
  public Profile get(String name, Actor reader) {
    return met(List.of(reading.get(name)), reader).stream()
        .findFirst()
        .orElseThrow(() -> NotFound.named(name));
  }

  /** Whom a key means, among those whom the reader may meet. */
  public Reading.Found among(Reading.Found found, Actor reader) {
    var also = reading.all(found.also());
    var met = met(Stream.concat(Stream.of(found.profile()), also.stream()).toList(), reader);
    if (met.isEmpty()) {
      throw new NotFound("NOBODY_OWN", Map.of());
    }
    var others = met.subList(1, met.size()).stream().map(Profile::name).toList();
    return new Reading.Found(met.getFirst(), others);
  }

  /** Those of the profiles whose persons the reader may meet, in their order. */
  public List<Profile> met(List<Profile> profiles, Actor reader) {
    return around.own().among(profiles, reader);
  }

  /** The sheet of one profile, for this reader. */
  public Sheet sheet(Profile profile, Parts parts, Actor reader) {
    var missing = new ArrayList<String>();
    var seats = parts.memberships() ? seats(profile, missing) : List.<Memberships.Membership>of();
    return sheets(List.of(profile), parts, reader, missing).getFirst().with(seats);
  }

  /** A page of profiles for this reader, without seats. */
  public Slice<Sheet> list(Query query, Parts parts, Actor reader) {
    var expanded =
        new Query(
            around.own().within(around.membering().expand(query.filter()), reader),
            query.order(),
            query.size(),
            query.after());
    var page = around.narrow().list(expanded).orElseGet(() -> cards.list(expanded));
    var profiles = reading.all(page.items().stream().map(Card::name).toList());
    return new Slice<>(sheets(profiles, parts, reader, new ArrayList<>()), page.next());
  }

  private List<Sheet> sheets(
      List<Profile> profiles, Parts parts, Actor reader, List<String> missing) {
    boolean masked = masked(profiles, parts, reader);
    Map<String, List<String>> segments = parts.segments() ? segments(profiles, missing) : Map.of();
    Map<String, List<Consent>> consents =
        parts.consents() ? around.consents().standing(profiles) : Map.of();
    return profiles.stream()
        .map(
            p ->
                new Sheet(
                    p,
                    masked,
                    consents.getOrDefault(p.name(), List.of()),
                    segments.getOrDefault(p.name(), List.of()),
                    List.of(),
                    missing))
        .toList();
  }

  private boolean masked(List<Profile> profiles, Parts parts, Actor reader) {
    return parts.values()
        ? around.sight().look(reader, profiles.stream().map(Profile::name).toList())
        : around.sight().masked(reader);
  }

  /** The segments of those who have a card; of nobody while they cannot be asked for. */
  public Map<String, List<String>> segments(List<Card> some) {
    var live = some.stream().filter(c -> c.standing() instanceof Card.Standing.Live).toList();
    try {
      return around.membering().of(live);
    } catch (Unavailable _) {
      return Map.of();
    }
  }

  /** How the named people are reached, in the order asked. */
  public List<Reach> reach(List<String> names) {
    return reach(reading.all(names), around.membering()::of);
  }

  /** How everybody in the audience is reached, in order of name. */
  public void audience(List<String> segments, Filter filter, Consumer<Reach> use) {
    var membering = around.membering();
    var whole = new Filter.And(List.of(membering.anyOf(segments), membering.expand(filter)));
    var batch = new ArrayList<String>(AT_ONCE);
    cards.each(
        whole,
        card -> {
          batch.add(card.name());
          if (batch.size() == AT_ONCE) {
            reach(batch).forEach(use);
            batch.clear();
          }
        });
    reach(batch).forEach(use);
  }

  private List<Reach> reach(
      List<Profile> profiles,
      java.util.function.Function<List<Card>, Map<String, List<String>>> segmenting) {
    var consents = around.consents().standing(profiles);
    Map<String, List<String>> segments = segmenting.apply(profiles.stream().map(Card::of).toList());
    return profiles.stream()
        .map(
            p ->
                new Reach(
                    p,
                    consents.getOrDefault(p.name(), List.of()),
                    segments.getOrDefault(p.name(), List.of())))
        .toList();
  }

  private Map<String, List<String>> segments(List<Profile> profiles, List<String> missing) {
    try {
      return around.membering().of(profiles.stream().map(Card::of).toList());
    } catch (Unavailable _) {
      missing.add("segments");
      return Map.of();
    }
  }

  /** Reading fails open, and says so. */
  private List<Memberships.Membership> seats(Profile profile, List<String> missing) {
    try {
      return around.memberships().of(profile.names());
    } catch (Unavailable _) {
      missing.add("memberships");
      return List.of();
    }
  }
}
