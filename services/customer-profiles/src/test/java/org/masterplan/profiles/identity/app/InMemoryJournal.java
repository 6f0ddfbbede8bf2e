package org.masterplan.profiles.identity.app;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.profiles.identity.domain.Cause;
import org.masterplan.profiles.identity.domain.Decision;

/** A journal in memory. */
public final class InMemoryJournal implements Journal {
  private final List<Decision> decisions = new ArrayList<>();

  @Override
  public synchronized boolean append(Decision decision) {
    if (decision.number() != decisions.size() + 1L) {
      return false;
    }
    decisions.add(decision);
    return true;
  }

  @Override
  public synchronized List<Decision> after(long number, int limit) {
    int from = (int) Math.min(number, decisions.size());
    return List.copyOf(decisions.subList(from, Math.min(from + limit, decisions.size())));
  }

  @Override
  public synchronized List<Decision> said(long profile, int limit) {
    return decisions.reversed().stream()
        .filter(decision -> Cause.ofStewards().contains(decision.by().cause()))
        .filter(decision -> decision.shifts().stream().anyMatch(shift -> shift.names(profile)))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long last() {
    return decisions.size();
  }
}
