package org.masterplan.abandonment.app;

import static java.util.Locale.ROOT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.abandonment.domain.Health;
import org.masterplan.abandonment.domain.Judgement;
import org.masterplan.abandonment.domain.RescueCase;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.notice.Tidings;
import org.masterplan.kernel.notice.Tidings.Recipient;
import org.masterplan.kernel.notice.Tidings.Tiding;
import org.masterplan.kernel.query.Field;
import org.masterplan.kernel.query.Filter;
import org.masterplan.kernel.query.Query;
import org.masterplan.kernel.query.Slice;
import org.masterplan.kernel.query.Value;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.kernel.refusal.Stale;

/** What is done about ghost ships: one open case for each, until somebody closes it. */
public final class Rescue {
  private static final String ACTOR = "service:abandonment-detection";

  private final RescueCases cases;
  private final Tidings tidings;
  private final Clock clock;
  private final Term term;

  /**
   * @param tidings by which the unit, the CMO office and whoever takes a case are told
   */
  public Rescue(RescueCases cases, Tidings tidings, Clock clock, Term term) {
    this.cases = cases;
    this.tidings = tidings;
    this.clock = clock;
    this.term = term;
  }

  /**
   * By when a case must have come to something.
   *
   * @param timeToAct how long after its opening
   * @param zone in which its days begin and end
   */
  public record Term(Period timeToAct, ZoneId zone) {}

  /** Who changes a case, which revision they saw, and why. */
  public record Change(Actor actor, long seen, String reason) {}

  public RescueCase get(String id) {
    return cases.find(id).orElseThrow(() -> NotFound.named("rescueCases/" + id));
  }

  public Slice<RescueCase> list(Query query) {
    return cases.list(query);
  }

  public RescueCase start(String id, String assignee, Change change) {
    var next = seen(id, change).start(assignee);
    var stored = replace(next, change, "RESCUE_STARTED", List.of("assignee", "state"));
    var occasion = "rescue-" + id + "-" + change.seen();
    var values = Map.of("community", "communities/" + stored.ship().community());
    tidings.tell(
        new Tiding(
            new Recipient.Employee(assignee),
            occasion,
            "NOTICE_RESCUE_ASSIGNED",
            stored.name(),
            values,
            clock.instant()));
    return stored;
  }

  /** Tells the unit and the CMO office of a community that came adrift, or of a new kind of it. */
  void cameAdrift(Health ship) {
    var state = ship.judgement().state();
    var reason = state == Judgement.State.ORPHANED ? "NOTICE_ORPHANED" : "NOTICE_GHOST_SHIP";
    var occasion = String.join("-", "adrift", ship.rescueCase(), state.name().toLowerCase(ROOT));
    var registered = ship.registered();
    var name = "communities/" + ship.community();
    var values = Map.of("title", registered.title().isEmpty() ? name : registered.title());
    var told = new ArrayList<Recipient>(List.of(new Recipient.Office(Role.CMO)));
    if (registered.isRegistered()) {
      told.add(new Recipient.Unit(registered.businessUnit()));
    }
    told.forEach(
        to -> tidings.tell(new Tiding(to, occasion, reason, name, values, clock.instant())));
  }

  public RescueCase note(String id, String text, Change change) {
    var note = new RescueCase.Note(change.actor().subject(), clock.instant(), text);
    return replace(seen(id, change).note(note), change, "RESCUE_NOTED", List.of("notes"));
  }

  public RescueCase close(String id, RescueCase.Outcome outcome, Change change) {
    var next = seen(id, change).close(outcome, change.reason(), clock.instant());
    return replace(next, change, "RESCUE_CLOSED", List.of("outcome", "state"));
  }

  /** The id of the ghost ship's open case; opens one if there is none. */
  String caseFor(Health ship) {
    return openCase(ship.community()).map(RescueCase::id).orElseGet(() -> open(ship));
  }

  private Optional<RescueCase> openCase(String community) {
    var filter =
        new Filter.And(
            List.of(
                equal(RescueCaseFields.COMMUNITY, Filter.Op.EQ, "communities/" + community),
                equal(RescueCaseFields.STATE, Filter.Op.NE, "CLOSED")));
    var query = new Query(filter, RescueCaseFields.NEWEST_FIRST, 1, Optional.empty());
    return cases.list(query).items().stream().findFirst();
  }

  private static Filter equal(Field field, Filter.Op op, String value) {
    return new Filter.Compare(field, op, new Value.Text(value));
  }

  /** One case per community and day: whoever opens it second finds it open. */
  private String open(Health ship) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, term.zone());
    var id = ship.community() + "-" + today.format(DateTimeFormatter.BASIC_ISO_DATE);
    var registered = ship.registered();
    var opened =
        RescueCase.open(
            id,
            new RescueCase.Ship(
                ship.community(),
                registered.businessUnit(),
                registered.owner(),
                ship.aboard(),
                ship.judgement().reasons()),
            now,
            today.plus(term.timeToAct()));
    try {
      cases.add(opened, new AuditEntry(now, ACTOR, "RESCUE_OPENED", List.of(), ""));
    } catch (AlreadyExists _) {
      // Opened a moment ago, or closed earlier today: the next day may open another.
    }
    return id;
  }

  private RescueCase seen(String id, Change change) {
    var found = get(id);
    if (found.revision() != change.seen()) {
      throw Stale.named(found.name());
    }
    mayAct(change.actor(), found);
    return found;
  }

  private static void mayAct(Actor actor, RescueCase found) {
    var unit = found.ship().businessUnit();
    var id = unit.substring(unit.lastIndexOf('/') + 1);
    if (!actor.actsFor(id)) {
      throw new NotAllowed("UNIT_NOT_YOURS", Map.of("name", found.name(), "unit", unit));
    }
  }

  private RescueCase replace(RescueCase next, Change change, String act, List<String> fields) {
    var actor = change.actor().subject();
    cases.replace(next, new AuditEntry(clock.instant(), actor, act, fields, change.reason()));
    return next;
  }
}
