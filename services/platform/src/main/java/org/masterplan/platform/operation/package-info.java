/** Work that outlives a call: started, reported on, resumed after a restart, cancelled. */
@NullMarked
package org.masterplan.platform.operation;

import org.jspecify.annotations.NullMarked;
