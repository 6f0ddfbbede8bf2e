package org.masterplan.profiles.connection.domain;

/**
 * One column of a table.
 *
 * @param type the database's own name of its type
 * @param leftOut whether pulls leave it out, because it holds bytes
 * @param grows whether it may be the column that pulls go on from: a number, a date or a time
 */
public record Column(String name, String type, boolean leftOut, boolean grows) {}
