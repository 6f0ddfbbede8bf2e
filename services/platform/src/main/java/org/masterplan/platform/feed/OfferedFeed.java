package org.masterplan.platform.feed;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A change feed of this service, so that its followers can compare. A service declares a bean for
 * each.
 *
 * @param name the plural of what it tells of: {@code communities}
 * @param digest count and hash of everything it has told, by bucket
 */
public record OfferedFeed(String name, Supplier<Map<Integer, Digest>> digest) {}
