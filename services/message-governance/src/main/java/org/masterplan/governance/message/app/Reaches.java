package org.masterplan.governance.message.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.masterplan.governance.message.domain.Reach;

/** What became of each message's contacts. Apart from the message, whose etag it must not move. */
public interface Reaches {
  /** Stores what is now known; the last word wins. */
  void save(Reach reach);

  /** The reaches of these messages, by name; those never asked for are left out. */
  Map<String, Reach> find(Collection<String> messages);

  /** Work that is not done, at most {@code limit}. */
  List<Reach> unfinished(int limit);
}
