package org.masterplan.profiles.touch.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.masterplan.profiles.touch.domain.Touch;

/** Whom units have reached, as governance's ledger has it. */
public interface LedgerTouches {
  /**
   * Who has reached each of the named profiles since then, by the name in the ledger; those whom
   * nobody has are left out. Throws {@code Unavailable} if governance is away.
   */
  Map<String, List<Touch.Contact>> since(Instant since, Collection<String> names);
}
