/** Work that nobody calls for: following the register, judging every community again. */
@NullMarked
package org.masterplan.abandonment.jobs;

import org.jspecify.annotations.NullMarked;
