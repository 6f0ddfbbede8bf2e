package org.masterplan.registry.community.domain;

import java.util.Optional;

/**
 * Where members find a community.
 *
 * @param platform a word of {@link Platforms}, such as {@code facebook}, or empty or another
 *     lower-case word; empty if not stated
 * @param link its address, http or https; empty if not stated
 */
public record Place(Optional<Kind> kind, Mode mode, String platform, String link) {}
