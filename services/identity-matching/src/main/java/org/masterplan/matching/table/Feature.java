package org.masterplan.matching.table;

import org.masterplan.matching.record.Role;

/**
 * One thing about a person that is compared; made of one field or of several (a given name may come
 * from its own column or out of a full name).
 */
public record Feature(String name, Kind kind, Role role) {}
