package org.masterplan.registry.community.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.masterplan.kernel.refusal.InvalidFields;
import org.masterplan.kernel.refusal.Violation;
import org.masterplan.registry.community.domain.Community;
import org.masterplan.registry.community.domain.Holding;
import org.masterplan.registry.community.domain.Intent;

/**
 * What a community refers to must be there, and people it newly names must be with the company
 * (capability 15). People it named before are not checked again: their departure is an event of its
 * own, and must not keep others from editing.
 */
final class ReferenceRules {
  private final Directory directory;

  ReferenceRules(Directory directory) {
    this.directory = directory;
  }

  /** Refuses what a new community refers to. */
  void check(Community.Draft draft) {
    check(draft, new Holding("", "", List.of(), "", java.util.Optional.empty()));
  }

  /** Refuses what an edit newly refers to. */
  void check(Community.Draft draft, Holding before) {
    var wrong = new ArrayList<Violation>();
    var holding = draft.holding();
    unit(holding, before, wrong);
    person("community.owner", holding.owner(), before, wrong);
    holding.deputies().forEach(d -> person("community.deputies", d, before, wrong));
    person("community.sponsor", holding.sponsor(), before, wrong);
    parts(draft.intent(), wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidFields(wrong);
    }
  }

  private void unit(Holding holding, Holding before, List<Violation> wrong) {
    if (holding.unit().isEmpty()) {
      wrong.add(Violation.required("community.business_unit"));
    } else if (!holding.unit().equals(before.unit()) && !directory.hasUnit(holding.unit())) {
      wrong.add(unknown("UNIT_UNKNOWN", "community.business_unit", holding.unit()));
    }
  }

  private void person(String field, String employee, Holding before, List<Violation> wrong) {
    if (employee.isEmpty() || named(employee, before)) {
      return;
    }
    switch (directory.employee(employee)) {
      case UNKNOWN -> wrong.add(unknown("EMPLOYEE_UNKNOWN", field, employee));
      case DEPARTED -> wrong.add(unknown("CHOSEN_DEPARTED", field, employee));
      case ACTIVE -> {}
    }
  }

  private static boolean named(String employee, Holding before) {
    return before.owner().equals(employee)
        || before.deputies().contains(employee)
        || before.sponsor().equals(employee);
  }

  private void parts(Intent intent, List<Violation> wrong) {
    intent.segments().forEach(s -> part("community.segments", s, wrong));
    intent.productLines().forEach(l -> part("community.product_lines", l, wrong));
    intent.serves().forEach(o -> part("community.corporate_objectives", o, wrong));
  }

  private void part(String field, String name, List<Violation> wrong) {
    if (!directory.hasPlanPart(name)) {
      wrong.add(unknown("PLAN_PART_UNKNOWN", field, name));
    }
  }

  private static Violation unknown(String reason, String field, String value) {
    return new Violation(field, reason, Map.of("field", field, "value", value));
  }
}
