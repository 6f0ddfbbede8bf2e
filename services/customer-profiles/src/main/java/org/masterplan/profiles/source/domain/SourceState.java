package org.masterplan.profiles.source.domain;

/** Where an old database is on its way into the plan. */
public enum SourceState {
  REGISTERED,
  LOADED,
  RETIRED
}
