package org.masterplan.listening.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Votes for ideas, one per person and idea. Passes {@code VotesContract}. */
public interface Votes {
  /** Counts the person's vote once; whether it is new. */
  boolean cast(String idea, String person);

  /** How many persons voted for each. */
  Map<String, Long> count(Collection<String> ideas);

  /** Lets every vote for one idea count for another; a person who voted for both counts once. */
  void fold(String from, String into);

  /** The keys of voters that are that handle, on whichever platform. */
  List<String> voters(String handle);

  /** Every vote, idea and person, in no order. */
  void each(BiConsumer<String, String> use);

  /** The ideas that the person voted for. */
  List<String> of(String person);

  /** Takes the person's vote for the idea back; whether there was one. */
  boolean withdraw(String idea, String person);
}
