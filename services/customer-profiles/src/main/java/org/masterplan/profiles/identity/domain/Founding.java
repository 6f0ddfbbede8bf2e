package org.masterplan.profiles.identity.domain;

/**
 * From now on this record decides what the profile id means: whoever holds the record answers to
 * the id. That is how an alias keeps answering, and how an un-merge gives an id back.
 *
 * @param profile the id
 * @param record the record's number, {@link Move#NONE} if nobody is left
 */
public record Founding(long profile, long record) {}
