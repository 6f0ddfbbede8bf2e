package org.masterplan.profiles.identity.domain;

/** What people say of two records. */
public enum Said {
  NOTHING,
  SAME,
  DIFFERENT
}
