package org.masterplan.registry.community.app;

/** Who and what a community may name: the part of the organisation and the plan it refers to. */
public interface Directory {
  /** Whether the unit exists and is at work. */
  boolean hasUnit(String name);

  /** Whether the employee is known, and still with the company. */
  Presence employee(String name);

  /** Whether the segment, product line or objective of that full name is on the plan. */
  boolean hasPlanPart(String name);

  /** What the directory knows of an employee. */
  enum Presence {
    UNKNOWN,
    ACTIVE,
    DEPARTED
  }
}
