package org.masterplan.abandonment.domain;

import java.util.BitSet;

/**
 * In which weeks something happened, counted backwards from the end of observation: week 0 is the
 * last seven days. Weeks, because a community's day of the week says nothing about its life.
 */
public final class ActiveWeeks {
  private final BitSet weeks;

  private ActiveWeeks(BitSet weeks) {
    this.weeks = weeks;
  }

  /** Nothing ever happened. */
  public static ActiveWeeks none() {
    return new ActiveWeeks(new BitSet());
  }

  public static ActiveWeeks of(BitSet weeksBack) {
    return new ActiveWeeks((BitSet) weeksBack.clone());
  }

  /** How many weeks had activity. */
  public int count() {
    return weeks.cardinality();
  }

  public boolean isEmpty() {
    return weeks.isEmpty();
  }

  public boolean isActive(int weeksBack) {
    return weeksBack >= 0 && weeks.get(weeksBack);
  }

  /** Whole weeks without activity at the end. */
  public int silence() {
    return isEmpty() ? 0 : weeks.nextSetBit(0);
  }

  /** Weeks from the first activity to the end of observation. */
  public int span() {
    return weeks.length();
  }

  /** As it looked at the last activity, before the present silence. */
  public ActiveWeeks beforeSilence() {
    return isEmpty() ? this : new ActiveWeeks(weeks.get(silence(), weeks.length()));
  }

  /** Weeks from each active week to the next, longest history first; empty below two weeks. */
  public int[] gaps() {
    var active = weeks.stream().toArray();
    var gaps = new int[Math.max(0, active.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = active[i + 1] - active[i];
    }
    return gaps;
  }
}
