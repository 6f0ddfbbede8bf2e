package org.masterplan.profiles.identity.app;

/** Two records that are, to the matching, neither surely one person nor surely two. */
public record Doubt(long left, long right, double probability) {}
