package org.masterplan.registry.community.domain;

/** What a community is for. Only COMMERCE may sell (capability 51). */
public enum Purpose {
  INSIGHT,
  SUPPORT,
  RELATIONSHIP,
  CO_CREATION,
  COMMERCE
}
