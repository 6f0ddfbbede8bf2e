package org.masterplan.registry.community.domain;

/** Whether a community was ever approved. What lived before the plan is UNPERMITTED. */
public enum Permit {
  PERMITTED,
  UNPERMITTED
}
