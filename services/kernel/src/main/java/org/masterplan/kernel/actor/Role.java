package org.masterplan.kernel.actor;

/** What a caller may be (architecture.md section 5). */
public enum Role {
  CMO,
  BUSINESS_UNIT,
  DATA_TEAM,
  PRIVACY_OFFICER,
  AUDITOR,
  ADMINISTRATOR,
  SERVICE
}
