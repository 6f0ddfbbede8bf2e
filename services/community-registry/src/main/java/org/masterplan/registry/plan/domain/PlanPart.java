package org.masterplan.registry.plan.domain;

import org.masterplan.kernel.ResourceName;
import org.masterplan.registry.organisation.domain.Titles;

/**
 * A named part of the plan: a customer segment, a product line or a corporate objective. They
 * differ in what refers to them, not in what they are.
 *
 * @param detail a segment's profile filter, or the unit behind a product line; empty if none
 */
public record PlanPart(ResourceName name, String title, String description, String detail) {
  public PlanPart {
    title = Titles.check(title, "title");
  }
}
