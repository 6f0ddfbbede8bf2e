package org.masterplan.registry.community.domain;

import java.util.Optional;

/**
 * Where members find a community.
 *
 * @param platform {@code own-site}, {@code facebook}, {@code zalo}, {@code tiktok}, {@code youtube}
 *     or another lower-case word; empty if not stated
 * @param link its address, http or https; empty if not stated
 */
public record Place(Optional<Kind> kind, Mode mode, String platform, String link) {}
