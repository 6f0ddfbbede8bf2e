package org.masterplan.registry.organisation.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.actor.Actor;
import org.masterplan.kernel.actor.Role;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.kernel.refusal.AlreadyExists;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.NotAllowed;
import org.masterplan.kernel.refusal.NotFound;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.resource.app.Resources;
import org.masterplan.registry.resource.app.Versioned;

/** Units and employees come and go; what they held is orphaned or handed over with them. */
public final class Organisation {
  private final Resources<BusinessUnit> units;
  private final Resources<Employee> employees;
  private final Holdings holdings;
  private final Clock clock;

  public Organisation(
      Resources<BusinessUnit> units,
      Resources<Employee> employees,
      Holdings holdings,
      Clock clock) {
    this.units = units;
    this.employees = employees;
    this.holdings = holdings;
    this.clock = clock;
  }

  /** What became of the communities of a unit that was dissolved. */
  public record Dissolved(
      Versioned<BusinessUnit> unit, List<String> orphaned, List<String> transferred) {}

  /** What became of the communities of an employee who left. */
  public record Departed(Versioned<Employee> employee, List<String> orphaned) {}

  /** Adds a unit. With {@code allowExisting}, what is there is left and answered. */
  public Versioned<BusinessUnit> addUnit(BusinessUnit unit, Actor actor, boolean allowExisting) {
    var entry = entry(actor, "UNIT_ADDED", "");
    return put(units, unit.name().toString(), unit, allowExisting, entry);
  }

  /** Adds an employee to a unit that is at work. */
  public Versioned<Employee> addEmployee(Employee employee, Actor actor, boolean allowExisting) {
    mustActFor(actor, employee.unit());
    mustBeAtWork("employee.business_unit", employee.unit());
    var entry = entry(actor, "EMPLOYEE_ADDED", "");
    return put(employees, employee.name().toString(), employee, allowExisting, entry);
  }

  public Versioned<BusinessUnit> unit(String name) {
    return units.find(name).orElseThrow(() -> NotFound.named(name));
  }

  public Versioned<Employee> employee(String name) {
    return employees.find(name).orElseThrow(() -> NotFound.named(name));
  }

  /**
   * Ends a unit (capability 14). The unit is marked first, so that nothing new can come to it; then
   * its communities follow. A repeat of a call that was cut off finishes the rest.
   */
  public Dissolved dissolve(String name, Optional<String> successor, String why, Actor actor) {
    successor.ifPresent(s -> mustBeAtWork("successor", s));
    var now = clock.instant();
    var unit = unit(name);
    if (unit.value().isActive() || holdings.ofUnit(name).isEmpty()) {
      var next = unit.value().dissolve(now);
      units.replace(name, unit.revision(), next, entry(actor, "UNIT_DISSOLVED", why));
    }
    var orphaned = new ArrayList<String>();
    var transferred = new ArrayList<String>();
    for (var community : holdings.ofUnit(name)) {
      successor.ifPresentOrElse(
          to -> {
            holdings.move(community, to, entry(actor, "COMMUNITY_MOVED", why));
            transferred.add(community);
          },
          () -> {
            if (holdings.orphan(community, entry(actor, "COMMUNITY_ORPHANED", why))) {
              orphaned.add(community);
            }
          });
    }
    return new Dissolved(unit(name), orphaned, transferred);
  }

  /** Records that an employee has left (capability 15); what they owned is orphaned at once. */
  public Departed depart(String name, Optional<Instant> when, Actor actor) {
    var now = clock.instant();
    when.filter(w -> w.isAfter(now)).ifPresent(Organisation::refuseFuture);
    var employee = employee(name);
    mustActFor(actor, employee.value().unit());
    var held = holdings.ofEmployee(name);
    if (employee.value().isActive() || held.isEmpty()) {
      var next = employee.value().depart(when.orElse(now));
      employees.replace(name, employee.revision(), next, entry(actor, "EMPLOYEE_DEPARTED", ""));
    }
    var orphaned = new ArrayList<String>();
    for (var community : held) {
      if (holdings.release(community, name, entry(actor, "OWNER_DEPARTED", ""))) {
        orphaned.add(community);
      }
    }
    return new Departed(employee(name), orphaned);
  }

  private void mustBeAtWork(String field, String unit) {
    if (units.find(unit).filter(u -> u.value().isActive()).isEmpty()) {
      throw InvalidFields.of(field, "UNIT_UNKNOWN", Map.of("field", field, "value", unit));
    }
  }

  private static void mustActFor(Actor actor, String unit) {
    var id = unit.substring(unit.lastIndexOf('/') + 1);
    if (actor.is(Role.BUSINESS_UNIT) && !actor.actsFor(id)) {
      throw new NotAllowed("OTHER_UNIT", Map.of("unit", unit));
    }
  }

  private static void refuseFuture(Instant when) {
    throw InvalidFields.of("depart_time", "TIME_TO_COME", Map.of("value", when.toString()));
  }

  private static <T> Versioned<T> put(
      Resources<T> resources, String name, T value, boolean allowExisting, AuditEntry entry) {
    var known = resources.find(name);
    if (known.isEmpty()) {
      resources.add(name, value, entry);
      return new Versioned<>(value, 1);
    }
    if (!allowExisting) {
      throw AlreadyExists.named(name);
    }
    return known.get();
  }

  private AuditEntry entry(Actor actor, String act, String why) {
    return new AuditEntry(clock.instant(), actor.subject(), act, List.of("state"), why);
  }
}
