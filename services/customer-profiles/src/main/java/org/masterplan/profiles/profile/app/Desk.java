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
      OwnSeats seats,
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

  /** What is asked for, by whom, and what they may know. */
  private record Asked(Parts parts, Actor reader, View view) {}

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

  /**
   * Whom a key means, among those whom the reader may meet and knows by that key. Nobody learns
   * here what only the sources of others know, nor that anybody knows it.
   */
  public Reading.Found lookup(Lookup wanted, Actor reader) {
    var view = view(reader);
    if (view.whole()) {
      return wanted.find(reading);
    }
    var met = met(wanted, view);
    if (met.isEmpty()) {
      throw new NotFound("NOBODY_OWN", Map.of());
    }
    var others = met.subList(1, met.size()).stream().map(Profile::name).toList();
    return new Reading.Found(met.getFirst(), others);
  }

  private List<Profile> met(Lookup wanted, View view) {
    try {
      var found = wanted.find(reading);
      return Stream.concat(Stream.of(found.profile()), reading.all(found.also()).stream())
          .filter(view::meets)
          .filter(each -> wanted.names(view.of(each)))
          .toList();
    } catch (NotFound _) {
      return List.of();
    }
  }

  /** Those of the profiles whose persons the reader may meet, in their order. */
  private List<Profile> met(List<Profile> profiles, Actor reader) {
    return profiles.stream().filter(view(reader)::meets).toList();
  }

  /** What that reader may know of people. */
  public View view(Actor reader) {
    return around.own().view(reader, reading::survivorship);
  }

  /** The sheet of one profile, for this reader. */
  public Sheet sheet(Profile profile, Parts parts, Actor reader) {
    var missing = new ArrayList<String>();
    var asked = new Asked(parts, reader, view(reader));
    var seats = seats(profile, asked, missing);
    return sheets(List.of(profile), asked, missing).getFirst().with(seats);
  }

  /** A page of profiles for this reader, without seats. */
  public Slice<Sheet> list(Query query, Parts parts, Actor reader) {
    var view = view(reader);
    var filter = around.membering().expand(query.filter());
    var page = page(new Query(filter, query.order(), query.size(), query.after()), view);
    var asked = new Asked(parts, reader, view);
    return new Slice<>(sheets(page.items(), asked, new ArrayList<>()), page.next());
  }

  private Slice<Profile> page(Query query, View view) {
    var narrow = around.narrow().list(query, view);
    if (narrow.isEmpty() && !view.whole()) {
      return new UnitLists(cards, reading, view).list(query);
    }
    var page = narrow.orElseGet(() -> cards.list(query));
    var names = page.items().stream().map(Card::name).toList();
    return new Slice<>(reading.all(names), page.next());
  }

  /** Consent follows from all that is known of a person, whatever the reader may know of it. */
  private List<Sheet> sheets(List<Profile> whole, Asked asked, List<String> missing) {
    var seen = whole.stream().map(asked.view()::of).toList();
    boolean masked = masked(whole, asked.parts(), asked.reader());
    Map<String, List<String>> segments =
        asked.parts().segments() ? segments(seen, missing) : Map.of();
    Map<String, List<Consent>> consents =
        asked.parts().consents() ? around.consents().standing(whole) : Map.of();
    return seen.stream()
        .map(
            p ->
                new Sheet(
                    p,
                    masked,
                    asked.view().told(consents.getOrDefault(p.name(), List.of())),
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
  private List<Memberships.Membership> seats(Profile profile, Asked asked, List<String> missing) {
    if (!asked.parts().memberships()) {
      return List.of();
    }
    try {
      return around.seats().of(profile, asked.view());
    } catch (Unavailable _) {
      missing.add("memberships");
      return List.of();
    }
  }
}
