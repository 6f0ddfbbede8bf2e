/** Leases: scheduled work is done once, however many instances run. */
@NullMarked
package org.masterplan.platform.lease;

import org.jspecify.annotations.NullMarked;
