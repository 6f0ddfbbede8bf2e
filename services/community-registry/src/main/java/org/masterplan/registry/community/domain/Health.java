package org.masterplan.registry.community.domain;

/** How well a community is, as abandonment detection sees it; apart from its life cycle. */
public enum Health {
  NOT_OBSERVED,
  ALIVE,
  FADING,
  GHOST_SHIP,
  ORPHANED
}
