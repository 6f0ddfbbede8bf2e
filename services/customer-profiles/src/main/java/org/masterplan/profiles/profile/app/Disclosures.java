package org.masterplan.profiles.profile.app;

import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;

/** Who was shown whose personal values, and for what. Passes {@code DisclosuresContract}. */
public interface Disclosures {
  /** Writes down that values of these profiles were shown. */
  void shown(List<String> profiles, AuditEntry entry);
}
