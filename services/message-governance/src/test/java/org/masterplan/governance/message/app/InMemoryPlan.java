package org.masterplan.governance.message.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.masterplan.governance.contact.app.InMemoryConsents;
import org.masterplan.governance.contact.app.InMemoryLedger;
import org.masterplan.governance.contact.app.ManualClock;
import org.masterplan.governance.contact.app.PersonalData;
import org.masterplan.governance.contact.app.Suppressing;
import org.masterplan.governance.contact.app.Touching;
import org.masterplan.governance.message.domain.Audience;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.refusal.Unavailable;

/** The whole message plan in memory, with a registry and profiles that a test fills. */
public final class InMemoryPlan {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  public final ManualClock clock = new ManualClock(MessageFixture.MORNING);
  public final InMemoryLedger ledger = new InMemoryLedger(clock);
  public final InMemoryConsents consents = new InMemoryConsents();
  public final Map<String, List<String>> members = new HashMap<>();
  public final Set<String> commerce = new HashSet<>();
  public final Set<String> unknownUnits = new HashSet<>();
  public boolean registryAway;

  public final InMemorySnapshots snapshots = new InMemorySnapshots();
  public final Contacting.Plan plan =
      new Contacting.Plan(new InMemoryMessages(), new InMemoryReaches());
  public final Checking.World world =
      new Checking.World(this::people, this::closed, this::isAtWork, consents, snapshots);
  public final Contacting contacting =
      new Contacting(plan, world, ledger.ledger, ledger.store.reservations(), clock);
  public final List<Tidings.Tiding> told = new ArrayList<>();

  /** While true nobody can be told anything. */
  public boolean deaf;

  public final TellingDecisions telling = new TellingDecisions(this::tell);
  public final Planning planning =
      new Planning(
          plan, world, new Planning.Told(contacting::work, telling), new PlannedTimes(clock, ZONE));
  public final Colliding colliding = new Colliding(plan.messages(), snapshots, clock, ZONE);
  public final Checking checking = new Checking(world, ledger.ledger, colliding, clock);
  public final Summarising summarising = new Summarising(plan, colliding, clock, ZONE);
  public final Suppressing suppressing = new Suppressing(ledger.store, clock);
  public final Touching touching =
      new Touching(ledger.store.reservations(), new Addressed(plan.messages())::communities);
  public final PersonalData personalData = new PersonalData(ledger.store);

  /** Planning whose contact work and notices come to nothing, as if the process had ended there. */
  public Planning brokenOff() {
    var nothing = new Planning.Told(_ -> {}, new TellingDecisions(_ -> {}));
    return new Planning(plan, world, nothing, new PlannedTimes(clock, ZONE));
  }

  private boolean isAtWork(String unit) {
    if (registryAway) {
      throw new Unavailable("UNITS_AWAY", Map.of());
    }
    return !unknownUnits.contains(unit);
  }

  private void tell(Tidings.Tiding tiding) {
    if (deaf) {
      throw new Unavailable("STORE_AWAY", Map.of());
    }
    if (told.stream().noneMatch(t -> t.occasion().equals(tiding.occasion()))) {
      told.add(tiding);
    }
  }

  private SortedSet<String> people(Audience audience) {
    mustBeHere();
    var people = new TreeSet<>(audience.profiles());
    audience.communities().forEach(c -> people.addAll(members.getOrDefault(c, List.of())));
    return people;
  }

  private Set<String> closed(List<String> communities) {
    mustBeHere();
    return communities.stream()
        .filter(c -> !commerce.contains(c))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void mustBeHere() {
    if (registryAway) {
      throw new Unavailable("REGISTRY_AWAY", Map.of());
    }
  }
}
