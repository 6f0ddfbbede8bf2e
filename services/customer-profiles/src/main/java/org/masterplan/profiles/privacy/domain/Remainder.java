package org.masterplan.profiles.privacy.domain;

/**
 * What an erasure has left, because it may be somebody else's: what is held on that platform under
 * a handle by which both go. It holds no value of either.
 *
 * @param platform empty: on every one
 * @param profile whose it may be; empty if a crowd goes by the handle
 */
public record Remainder(String platform, String profile) {}
