/** Figures of running services, for Prometheus. */
@NullMarked
package org.masterplan.platform.metrics;

import org.jspecify.annotations.NullMarked;
