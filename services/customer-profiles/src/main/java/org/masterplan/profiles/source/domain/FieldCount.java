package org.masterplan.profiles.source.domain;

/**
 * How complete one field of a source is.
 *
 * @param filled records in which it says something
 * @param valid records in which it can be read as what it should be
 */
public record FieldCount(long filled, long valid) {}
