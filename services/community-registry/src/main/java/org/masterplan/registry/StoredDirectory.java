package org.masterplan.registry;

import org.masterplan.registry.community.app.Directory;
import org.masterplan.registry.organisation.domain.BusinessUnit;
import org.masterplan.registry.organisation.domain.Employee;
import org.masterplan.registry.plan.domain.PlanPart;
import org.masterplan.registry.resource.app.Resources;

/** Answers communities from the stored organisation and plan. */
record StoredDirectory(
    Resources<BusinessUnit> units,
    Resources<Employee> employees,
    Resources<PlanPart> segments,
    Resources<PlanPart> productLines,
    Resources<PlanPart> objectives)
    implements Directory {

  @Override
  public boolean hasUnit(String name) {
    return units.find(name).filter(u -> u.value().isActive()).isPresent();
  }

  @Override
  public Presence employee(String name) {
    return employees
        .find(name)
        .map(e -> e.value().isActive() ? Presence.ACTIVE : Presence.DEPARTED)
        .orElse(Presence.UNKNOWN);
  }

  @Override
  public boolean hasPlanPart(String name) {
    return switch (name.substring(0, Math.max(name.indexOf('/'), 0))) {
      case "segments" -> segments.find(name).isPresent();
      case "productLines" -> productLines.find(name).isPresent();
      case "objectives" -> objectives.find(name).isPresent();
      default -> false;
    };
  }
}
