package org.masterplan.registry.organisation.app;

import java.util.List;
import org.masterplan.kernel.audit.AuditEntry;

/** The communities that units and employees hold, as the organisation sees them. */
public interface Holdings {
  /** Communities of the unit that are not archived, by full name; orphans without a unit apart. */
  List<String> ofUnit(String unit);

  /** Communities that name the employee as owner, deputy or sponsor. */
  List<String> ofEmployee(String employee);

  /** Nobody holds the community from now on; false if nobody did before. */
  boolean orphan(String community, AuditEntry entry);

  /** The community belongs to another unit; its people stay. */
  void move(String community, String unit, AuditEntry entry);

  /** Takes the employee out of the community; true if that orphaned it. */
  boolean release(String community, String employee, AuditEntry entry);
}
