package org.masterplan.governance.message.app;

import java.util.SortedSet;
import org.masterplan.governance.message.domain.Audience;

/**
 * Who is in an audience now. Every implementation throws {@code Unavailable} rather than leave
 * somebody out: a message is not judged by half its readers.
 */
public interface Audiences {
  /** Everybody named by any part of the audience, each once. Format: {@code profiles/{profile}}. */
  SortedSet<String> people(Audience audience);
}
