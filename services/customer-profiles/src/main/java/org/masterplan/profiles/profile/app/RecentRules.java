package org.masterplan.profiles.profile.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.masterplan.kernel.audit.AuditEntry;
import org.masterplan.profiles.profile.domain.GoldenRules;

/**
 * The rules as they were read at most a second ago, or as this instance has set them since:
 * profiles are read and cards written hundreds of times a second.
 */
public final class RecentRules implements RuleBook {
  private static final long STANDS = Duration.ofSeconds(1).toNanos();

  private final RuleBook book;
  private volatile @Nullable Read last;

  private record Read(GoldenRules rules, long at) {}

  public RecentRules(RuleBook book) {
    this.book = book;
  }

  @Override
  public GoldenRules current() {
    var known = last;
    if (known != null && System.nanoTime() - known.at() < STANDS) {
      return known.rules();
    }
    var read = book.current();
    last = new Read(read, System.nanoTime());
    return read;
  }

  @Override
  public void replace(GoldenRules next, AuditEntry entry) {
    // Also where somebody else was first: then their rules are read next.
    last = null;
    book.replace(next, entry);
    last = null;
  }
}
