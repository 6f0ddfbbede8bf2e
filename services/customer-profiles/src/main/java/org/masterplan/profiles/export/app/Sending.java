package org.masterplan.profiles.export.app;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.refusal.Unavailable;
import org.masterplan.profiles.consent.domain.Consent;
import org.masterplan.profiles.export.domain.ExportRow;
import org.masterplan.profiles.export.domain.ProfileExport;
import org.masterplan.profiles.export.domain.Release;
import org.masterplan.profiles.export.domain.Terms;
import org.masterplan.profiles.profile.app.CardFields;
import org.masterplan.profiles.profile.domain.Card;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.SourceRecord;

/** One export on its way. */
final class Sending {
  private static final int AT_ONCE = 200;

  private final Exports exports;
  private final Exporting.People people;
  private final Order order;
  private final Release release;
  private final Exporting.Sink sink;
  private final Filter searched;
  private ProfileExport.Count count = ProfileExport.Count.NONE;

  /**
   * What is sent.
   *
   * @param export the id under which it is written down
   * @param filter over {@link CardFields}, without segments
   */
  record Order(String export, Terms terms, Filter filter) {}

  /**
   * Somebody who is meant, and the card of what may be used of them.
   *
   * @param chosen whether they are meant by what may be used; who is meant by other values only is
   *     left out, and counted
   */
  private record Known(Profile profile, Card card, boolean chosen) {}

  /** Somebody whose turn it is, with what leaves of them. */
  private record Going(Known known, Release.Given given, List<Consent> standing) {
    String name() {
      return known.profile().name();
    }

    Exports.Held held() {
      var records = known.profile().records().stream().map(SourceRecord::number).toList();
      return new Exports.Held(name(), records);
    }
  }

  Sending(Exports exports, Exporting.People people, Order order, Exporting.Sink sink) {
    this.exports = exports;
    this.people = people;
    this.order = order;
    this.sink = sink;
    this.searched = CardFields.prefixed(order.filter());
    this.release = new Release(order.terms(), people.reading().survivorship());
  }

  /** How many went out so far. */
  ProfileExport.Count count() {
    return count;
  }

  void all(Exporting.Wanted wanted) {
    long left = wanted.limit() == 0 ? Long.MAX_VALUE : wanted.limit();
    var after = wanted.after();
    while (left > 0) {
      var names = people.cards().names(candidates(), after, AT_ONCE);
      if (names.isEmpty()) {
        return;
      }
      left -= send(names, left);
      after = names.getLast();
    }
  }

  /** A card says what all sources say: some must be looked at by what may be known or used. */
  private Filter candidates() {
    if (whole()) {
      return order.filter();
    }
    var loosened = CardFields.loosened(searched);
    return order
        .terms()
        .own()
        .<Filter>map(ids -> new Filter.And(List.of(CardFields.ofAnySource(ids), loosened)))
        .orElse(loosened);
  }

  /** Whether people are meant by all that is known of them. */
  private boolean whole() {
    return order.terms().own().isEmpty() && order.terms().purpose().isEmpty();
  }

  /** Answers how many people went out: at most so many, who come before all others. */
  private int send(List<String> names, long most) {
    var meant = people.reading().all(names);
    var all = going(known(names, meant));
    var part = all.subList(0, end(all, most));
    var going = part.stream().filter(each -> !each.given().withheld()).toList();
    var last = going.size() == most ? part.getLast().name() : names.getLast();
    count = count.merged(merged(names, meant, last));
    part.forEach(this::count);
    exports.hold(order.export(), going.stream().map(Going::held).toList());
    rows(going).forEach(sink::take);
    return going.size();
  }

  /** The place behind the last of so many who are not withheld. */
  private static int end(List<Going> all, long most) {
    long left = most;
    for (int i = 0; i < all.size(); i++) {
      left -= all.get(i).given().withheld() ? 0 : 1;
      if (left == 0) {
        return i + 1;
      }
    }
    return all.size();
  }

  /**
   * Who was merged into another since means that other person, who is in the file under their own
   * name where that is still to come or was just read. Where its turn is over, as in a file that
   * goes on from an earlier one, nothing of the merged person is sent: they are only counted.
   */
  private List<Known> known(List<String> names, List<Profile> meant) {
    var own = Set.copyOf(names);
    return meant.stream()
        .filter(profile -> own.contains(profile.name()))
        .flatMap(profile -> known(profile).stream())
        .sorted(Comparator.comparing(each -> each.profile().name()))
        .toList();
  }

  private Optional<Known> known(Profile profile) {
    var usable = Card.of(release.usable(profile));
    if (whole() || fits(usable)) {
      return Optional.of(new Known(profile, usable, true));
    }
    return fits(Card.of(release.seen(profile)))
        ? Optional.of(new Known(profile, usable, false))
        : Optional.empty();
  }

  private boolean fits(Card card) {
    return CardFields.queryable().matches(searched, card);
  }

  private List<Going> going(List<Known> known) {
    var consents = people.consents().standing(known.stream().map(Known::profile).toList());
    return known.stream()
        .map(
            each -> {
              var standing = consents.getOrDefault(each.profile().name(), List.of());
              return new Going(each, given(each, standing), standing);
            })
        .toList();
  }

  private Release.Given given(Known each, List<Consent> standing) {
    return each.chosen() ? release.of(each.profile(), standing) : release.nothing(each.profile());
  }

  /** How many of these names, up to the last of this part, mean somebody, and not themselves. */
  private static int merged(List<String> names, List<Profile> meant, String last) {
    var aliases = new HashSet<String>();
    meant.forEach(profile -> aliases.addAll(profile.aliases()));
    return (int)
        names.stream().filter(name -> name.compareTo(last) <= 0).filter(aliases::contains).count();
  }

  private void count(Going each) {
    int leftOut = each.given().leftOut();
    count = each.given().withheld() ? count.withheld(leftOut) : count.given(leftOut);
  }

  private List<ExportRow> rows(List<Going> going) {
    var segments = segments(going.stream().map(each -> each.known().card()).toList());
    return going.stream().map(each -> row(each, segments)).toList();
  }

  private ExportRow row(Going each, Optional<Map<String, List<String>>> segments) {
    var profile = each.known().profile();
    return new ExportRow(
        profile.name(),
        profile.aliases(),
        each.given(),
        release.told(each.standing()),
        segments.map(all -> all.getOrDefault(profile.name(), List.of())).orElse(List.of()),
        segments.isPresent(),
        profile.createdAt(),
        profile.updatedAt());
  }

  /** Reading fails open: a file without segments is of more use than none, and says so. */
  private Optional<Map<String, List<String>>> segments(List<Card> cards) {
    try {
      return Optional.of(people.membering().of(cards));
    } catch (Unavailable _) {
      count = count.withoutSegments();
      return Optional.empty();
    }
  }
}
