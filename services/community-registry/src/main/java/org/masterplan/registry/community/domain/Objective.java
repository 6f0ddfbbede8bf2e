package org.masterplan.registry.community.domain;

/** What the company hopes for (capabilities 21-24). */
public enum Objective {
  AWARENESS,
  PRODUCT_FEEDBACK,
  RELATIONSHIP_REVENUE,
  NEW_MARKET
}
