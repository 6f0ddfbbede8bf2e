package org.masterplan.kernel.query;

/** By which field a list is ordered; the resource's id always breaks ties. */
public record Order(Field field, boolean descending) {}
