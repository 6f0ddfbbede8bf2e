package org.masterplan.demo;

/** What goes wrong in one record, as decided before it is written. */
record Damage(
    boolean noPhone,
    boolean noEmail,
    boolean noNationalId,
    boolean noMarks,
    boolean middleDropped,
    boolean reordered,
    boolean phoneChanged,
    boolean householdPhone) {}
