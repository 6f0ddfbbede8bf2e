package org.masterplan.platform.lease;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Scheduled work of a service, done by one of its instances at a time. A service declares a bean
 * for each.
 *
 * @param name unique within the service
 * @param period from the end of one run to the beginning of the next
 */
public record Job(String name, Duration period, Consumer<Leasing.Held> work) {}
