package org.masterplan.profiles.profile.app;

import java.util.ArrayList;
import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;

/** Disclosures in memory. */
public final class InMemoryDisclosures implements Disclosures {
  public final List<List<String>> shown = new ArrayList<>();

  @Override
  public void shown(List<String> profiles, AuditEntry entry) {
    shown.add(profiles);
  }
}
