package org.masterplan.kernel.query;

/** Where a page ended: the last item's order value and its id. */
public record Position(Value key, String id) {}
