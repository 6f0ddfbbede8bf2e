package org.masterplan.profiles.query.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.LimitReached;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.consent.app.ConsentLedger;
import org.masterplan.profiles.consent.app.Consents;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.OwnDealings;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.app.NarrowLists;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.app.View;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;

/**
 * Lists people by seats, consent, value and closeness. None of that is on their cards: so one
 * condition that all must meet says whom to look at, and these are held against the whole filter.
 */
public final class AroundLists implements NarrowLists {
  private static final int AT_ONCE = 200;

  /** As many people as can be looked at while somebody waits for the page. */
  private static final int MOST = 20_000;

  private final Reading reading;
  private final MemberLists members;
  private final Agreed agreed;
  private final Done done;

  /** What people agreed to. */
  public record Agreed(Consents consents, ConsentLedger ledger) {}

  /** What people did, and what follows from it. */
  public record Done(Dealings dealings, Relations relations) {}

  public AroundLists(Reading reading, MemberLists members, Agreed agreed, Done done) {
    this.reading = reading;
    this.members = members;
    this.agreed = agreed;
    this.done = done;
  }

  @Override
  public Optional<Slice<Card>> list(Query query, View view) {
    var asked = Asked.of(query);
    if (!asked.around()) {
      return Optional.empty();
    }
    var prefixed =
        new Query(CardFields.prefixed(query.filter()), query.order(), query.size(), query.after());
    var found = matching(prefixed.filter(), asked, view);
    return Optional.of(AroundPerson.queryable().page(found, prefixed).map(AroundPerson::card));
  }

  /** One listing: what is asked, who sits where, and what the reader may be told. */
  private record Listing(Asked asked, Map<String, Set<String>> seats, View view, OwnDealings own) {}

  private List<AroundPerson> matching(Filter filter, Asked asked, View view) {
    var listing = new Listing(asked, seats(asked), view, done.relations().own(view));
    var candidates = List.copyOf(candidates(asked, listing.seats()));
    var seen = new HashSet<String>();
    var found = new ArrayList<AroundPerson>();
    var fits = AroundPerson.queryable();
    for (int from = 0; from < candidates.size(); from += AT_ONCE) {
      var part = candidates.subList(from, Math.min(from + AT_ONCE, candidates.size()));
      var profiles =
          Set.copyOf(reading.meant(part).values()).stream()
              .filter(p -> seen.add(p.name()) && view.meets(p))
              .toList();
      people(profiles, listing).stream()
          .filter(person -> fits.matches(filter, person))
          .forEach(found::add);
    }
    return found;
  }

  /** The members of each community that is named. */
  private Map<String, Set<String>> seats(Asked asked) {
    var seats = new HashMap<String, Set<String>>();
    for (var community : asked.communities()) {
      var names = new HashSet<String>();
      members.members(community, bounded(names));
      seats.put(community, names);
    }
    return seats;
  }

  /** Names of profiles and records whose people may be meant; everybody who is meant is named. */
  private Set<String> candidates(Asked asked, Map<String, Set<String>> seats) {
    for (var each : asked.required()) {
      boolean equal = each.op() == Filter.Op.EQ || each.op() == Filter.Op.HAS;
      if (equal && each.value() instanceof Value.Text(var text)) {
        if (each.field().equals(AroundFields.COMMUNITY)) {
          return seats.getOrDefault(text, Set.of());
        }
        if (each.field().equals(AroundFields.CONSENT)) {
          return agreedTo(text);
        }
      }
    }
    for (var each : asked.required()) {
      boolean known = each.op() != Filter.Op.NE && !(each.value() instanceof Value.Absent);
      if (known && each.field().equals(AroundFields.VALUE)) {
        return subjects(true);
      }
      if (known && each.field().equals(AroundFields.RELATION)) {
        return subjects(false);
      }
    }
    throw InvalidFields.of("filter", "FILTER_TOO_WIDE", Map.of());
  }

  private Set<String> agreedTo(String word) {
    int slash = word.indexOf('/');
    var names = new HashSet<String>();
    if (slash > 0) {
      var purpose = word.substring(0, slash);
      agreed.consents().agreed(purpose, word.substring(slash + 1), bounded(names));
    }
    return names;
  }

  private Set<String> subjects(boolean orders) {
    var names = new HashSet<String>();
    done.dealings().subjects(orders, bounded(names));
    return names;
  }

  private static Consumer<String> bounded(Set<String> names) {
    return name -> {
      names.add(name);
      if (names.size() > MOST) {
        throw new LimitReached("QUERY_WIDE", Map.of("max", Integer.toString(MOST)));
      }
    };
  }

  private List<AroundPerson> people(List<Profile> profiles, Listing listing) {
    var view = listing.view();
    Map<String, List<Consent>> consents =
        listing.asked().about(AroundFields.CONSENT) ? agreed.ledger().standing(profiles) : Map.of();
    var theirs = new HashMap<String, List<Dealing>>();
    profiles.forEach(profile -> theirs.put(profile.name(), did(profile, listing.asked())));
    listing.own().learn(theirs.values().stream().flatMap(List::stream).toList());
    var people = new ArrayList<AroundPerson>(profiles.size());
    for (var profile : profiles) {
      var did = listing.own().of(theirs.getOrDefault(profile.name(), List.of()));
      people.add(
          new AroundPerson(
              Card.of(view.of(profile)),
              communities(profile, listing.seats()),
              granted(view.told(consents.getOrDefault(profile.name(), List.of()))),
              done.relations().value(did),
              closeness(did)));
    }
    return people;
  }

  private List<Dealing> did(Profile profile, Asked asked) {
    boolean needed = asked.about(AroundFields.VALUE) || asked.about(AroundFields.RELATION);
    return needed
        ? done.dealings().about(Relations.subjects(profile)).stream().filter(asked::needs).toList()
        : List.of();
  }

  private static List<String> communities(Profile profile, Map<String, Set<String>> seats) {
    return seats.entrySet().stream()
        .filter(seat -> profile.names().stream().anyMatch(seat.getValue()::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> granted(List<Consent> standing) {
    return standing.stream()
        .filter(word -> word.state() == Consent.State.GRANTED)
        .map(word -> word.purpose() + "/" + word.channel())
        .toList();
  }

  private OptionalDouble closeness(Collection<Dealing> did) {
    return done.relations().ties(did).values().stream().mapToDouble(tie -> tie.strength()).max();
  }
}
