package org.masterplan.abandonment.app;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.masterplan.abandonment.domain.Activity;

/** What was seen in communities. Every implementation passes {@code ActivitiesContract}. */
public interface Activities {
  /** What storing a batch did. */
  record Stored(int added, int changed) {}

  /** What is held about one author in one community. */
  record Presence(String community, long events, Instant first, Instant last) {}

  /** Stores acts; one that is stored already changes nothing, so a repeat is harmless. */
  Stored addEvents(List<Activity.Event> events);

  /**
   * Stores daily totals; a later figure for the same community, day and kind replaces the first.
   */
  Stored putTotals(List<Activity.DailyTotal> totals);

  /** Gives every activity of a community, in no order, without holding them all. */
  void read(String community, Consumer<Activity> reader);

  /** Where an author was seen, by community. */
  List<Presence> presences(String author);

  /**
   * Forgets who did the author's acts in that community and keeps that they were done. Answers how
   * many. An act that is imported again stays anonymous.
   */
  long anonymise(String author, String community);
}
