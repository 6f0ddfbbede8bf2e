/** Keeping up with another service's state by following its change feed. */
@NullMarked
package org.masterplan.platform.feed;

import org.jspecify.annotations.NullMarked;
