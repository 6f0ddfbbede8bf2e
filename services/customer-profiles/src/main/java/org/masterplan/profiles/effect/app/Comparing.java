package org.masterplan.profiles.effect.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.profiles.audience.app.MemberLists;
import org.masterplan.profiles.dealing.app.Dealings;
import org.masterplan.profiles.dealing.app.Relations;
import org.masterplan.profiles.dealing.domain.Dealing;
import org.masterplan.profiles.effect.domain.Comparison;
import org.masterplan.profiles.identity.domain.ProfileId;
import org.masterplan.profiles.profile.app.OwnPeople;
import org.masterplan.profiles.profile.app.Reading;
import org.masterplan.profiles.profile.domain.Profile;
import org.masterplan.profiles.source.domain.RecordName;
import org.masterplan.profiles.touch.app.Lasting;
import org.masterplan.profiles.touch.app.LedgerTouches;
import org.masterplan.profiles.touch.app.OwnPlaces;

/**
 * Compares what members with and without promotions spent (capability 53). Spent is the sum of a
 * member's orders in the plan's currency. It is known of those who have a record in a source that
 * has brought an order of any member; of others nobody can tell, and they are in neither mean: no
 * order of theirs would have come here.
 */
public final class Comparing {
  /** Promotions of so long count, and what was spent in it. */
  public static final Duration WINDOW = Duration.ofDays(90);

  /** So many members whom the reader may meet are looked at, drawn by chance of more. */
  static final int MOST = 20_000;

  private static final int AT_ONCE = 200;

  private final Plan plan;
  private final Reading reading;
  private final Dealings dealings;
  private final Money money;
  private final Lasting<Asked, Found> lasting;

  /** Whoever may know of the same sources and units is told the same. */
  private record Asked(String community, Own own) {}

  /** In which money, and by which clock. */
  public record Money(Currency currency, Clock clock) {}

  /** Whom it is asked, and whom readers may meet. */
  public record Plan(
      MemberLists lists, LedgerTouches ledger, Trials trials, OwnPlaces places, OwnPeople own) {}

  /**
   * What was found.
   *
   * @param listed members on the community's list
   * @param sampled people who were looked at, of those whom the sources that count know
   * @param sources that bring orders; none where that would tell of one member who they are
   * @param comparisons the observed one, then one for each promotion with a hold-out, newest first
   */
  public record Found(
      long listed,
      long sampled,
      Set<String> sources,
      List<Comparison> comparisons,
      Instant since,
      Instant asOf) {}

  /** {@code stands}: for how long what it came to is answered again. */
  public Comparing(Plan plan, Reading reading, Dealings dealings, Money money, Duration stands) {
    this.plan = plan;
    this.reading = reading;
    this.dealings = dealings;
    this.money = money;
    this.lasting = new Lasting<>(_ -> stands, money.clock());
  }

  /** The currency that counts. */
  public Currency currency() {
    return money.currency();
  }

  /**
   * What it comes to: for whoever acts for a unit, by what its own sources say and its own messages
   * did in a community of its. Throws {@code Unavailable} if the registry or governance is away.
   */
  public Found of(String community, Actor reader) {
    plan.places().refuseOthers(community, reader);
    var own = new Own(plan.own().of(reader), OwnPeople.units(reader));
    return lasting.of(new Asked(community, own), () -> of(community, own));
  }

  private Found of(String community, Own own) {
    var now = money.clock().instant();
    var since = now.minus(WINDOW);
    var draw = new Draw(MOST, now.toEpochMilli());
    long listed = draw(community, own, draw);
    var looked = looked(draw.names(), since, own);
    var comparisons = new ArrayList<Comparison>();
    comparisons.add(looked.compare("", since, Member::promoted, member -> !member.promoted()));
    plan.trials().of(community, since, looked.names(), own.units()).stream()
        .map(
            trial ->
                looked.compare(
                    trial.message(),
                    trial.released(),
                    member -> member.isAmong(trial.reached()),
                    member -> member.isAmong(trial.heldOut())))
        .forEach(comparisons::add);
    var sources = comparisons.getFirst().hidesEach() ? looked.sources() : Set.<String>of();
    return new Found(listed, looked.members().size(), sources, comparisons, since, now);
  }

  /** Among those whom the reader may meet: others take no place of theirs. */
  private long draw(String community, Own own, Draw draw) {
    if (own.sources().isEmpty()) {
      return plan.lists().members(community, draw::add);
    }
    var names = new ArrayList<String>();
    long listed = plan.lists().members(community, names::add);
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      var part = names.subList(from, Math.min(from + AT_ONCE, names.size()));
      reading.all(part).stream().filter(own::meets).map(Profile::name).forEach(draw::add);
    }
    return listed;
  }

  private Looked looked(List<String> names, Instant since, Own own) {
    var seen = new HashSet<String>();
    var members = new ArrayList<Member>();
    var sources = new TreeSet<String>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      var part = names.subList(from, Math.min(from + AT_ONCE, names.size()));
      var profiles =
          reading.all(part).stream().filter(p -> own.meets(p) && seen.add(p.name())).toList();
      var promoted = promoted(profiles, since, own);
      var did = did(profiles, own);
      did.values().forEach(some -> some.forEach(each -> source(each).ifPresent(sources::add)));
      for (var profile : profiles) {
        var orders = did.getOrDefault(profile.name(), List.of());
        members.add(
            Member.of(
                profile,
                orders,
                money.currency().getCurrencyCode(),
                profile.names().stream().anyMatch(promoted::contains)));
      }
    }
    return new Looked(members, sources);
  }

  private Set<String> promoted(List<Profile> profiles, Instant since, Own own) {
    var names = profiles.stream().flatMap(p -> p.names().stream()).toList();
    var promoted = new HashSet<String>();
    plan.ledger()
        .since(since, names)
        .forEach(
            (name, contacts) -> {
              if (contacts.stream().anyMatch(c -> c.promotion() && own.isOfUnit(c.unit()))) {
                promoted.add(name);
              }
            });
    return promoted;
  }

  /** What each did, as far as these sources say it; of all, also what no source brought. */
  private Map<String, List<Dealing>> did(List<Profile> profiles, Own own) {
    var whose = new HashMap<String, String>();
    profiles.forEach(p -> Relations.subjects(p).forEach(subject -> whose.put(subject, p.name())));
    var did = new HashMap<String, List<Dealing>>();
    for (var dealing : dealings.about(whose.keySet())) {
      if (own.isOfSource(source(dealing))) {
        did.computeIfAbsent(whose.getOrDefault(dealing.subject(), ""), _ -> new ArrayList<>())
            .add(dealing);
      }
    }
    return did;
  }

  /** Which source brought that order; empty of what none did, and of what is no order. */
  private static Optional<String> source(Dealing dealing) {
    boolean ofRecord = ProfileId.read(dealing.subject()).isEmpty();
    return dealing.deed() instanceof Dealing.Deed.Order && ofRecord
        ? Optional.of(RecordName.parse("subject", dealing.subject()).source())
        : Optional.empty();
  }
}
