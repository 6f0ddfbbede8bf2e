package org.masterplan.governance.message.domain;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers people in the order in which they are met, for this process only: crowds of one roster
 * can be compared, and nothing of it is stored.
 */
public final class Roster {
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /** The people as a crowd. */
  public Crowd crowd(Collection<String> people) {
    return Crowd.of(people.stream().mapToInt(this::number).toArray());
  }

  private int number(String person) {
    return numbers.computeIfAbsent(person, _ -> next.getAndIncrement());
  }
}
