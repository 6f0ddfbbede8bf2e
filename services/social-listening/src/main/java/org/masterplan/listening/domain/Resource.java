package org.masterplan.listening.domain;

/** Something that is kept under an id, revision by revision. Immutable. */
public sealed interface Resource permits Mention, ComplaintCase, Idea, Incident, Talk, Feedback {
  /** The last segment of its name. */
  String id();

  /** 1 for the first that is stored; every change is the next. */
  long revision();
}
