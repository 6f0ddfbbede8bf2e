package org.masterplan.platform.notice;

import java.util.Locale;
import java.util.Optional;

/** Where people get their mail. */
public interface Recipients {
  /** The person's address and language; empty for one who gets no mail. */
  Optional<Recipient> find(String subject);

  /** An address, and the language in which to write. */
  record Recipient(String address, Locale locale) {}
}
