package org.masterplan.registry.organisation.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.masterplan.kernel.ResourceName;
import org.masterplan.kernel.refusal.WrongState;

/**
 * Somebody who works for the company and may hold communities.
 *
 * @param unit {@code businessUnits/{unit}}
 */
public record Employee(ResourceName name, String title, String unit, Optional<Instant> departedAt) {
  public Employee {
    title = Titles.check(title, "employee.title");
  }

  /** With the company? Only then can they be chosen (capability 15). */
  public boolean isActive() {
    return departedAt.isEmpty();
  }

  /** The employee, gone; refuses a second time, naming the first. */
  public Employee depart(Instant when) {
    if (departedAt.isPresent()) {
      throw new WrongState(
          "EMPLOYEE_DEPARTED",
          Map.of("name", name.toString(), "time", departedAt.get().toString()));
    }
    return new Employee(name, title, unit, Optional.of(when));
  }
}
