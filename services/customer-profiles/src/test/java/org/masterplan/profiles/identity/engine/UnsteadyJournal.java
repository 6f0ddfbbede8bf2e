package org.masterplan.profiles.identity.engine;

import java.util.List;
import org.masterplan.profiles.identity.app.InMemoryJournal;
import org.masterplan.profiles.identity.app.Journal;
import org.masterplan.profiles.identity.domain.Decision;

/** A journal that once takes a decision for too late, or fails. */
final class UnsteadyJournal implements Journal {
  private final InMemoryJournal journal = new InMemoryJournal();
  private int refused = Integer.MAX_VALUE;
  private int failed = Integer.MAX_VALUE;

  /** Refuses one decision, after so many others. */
  void refuse(int after) {
    refused = after;
  }

  /** Fails at one decision, after so many others. */
  void fail(int after) {
    failed = after;
  }

  @Override
  public boolean append(Decision decision) {
    if (failed-- == 0) {
      failed = Integer.MAX_VALUE;
      throw new IllegalStateException("no store");
    }
    if (refused-- == 0) {
      refused = Integer.MAX_VALUE;
      return false;
    }
    return journal.append(decision);
  }

  @Override
  public List<Decision> after(long number, int limit) {
    return journal.after(number, limit);
  }

  @Override
  public List<Decision> said(long profile, int limit) {
    return journal.said(profile, limit);
  }

  @Override
  public long last() {
    return journal.last();
  }
}
