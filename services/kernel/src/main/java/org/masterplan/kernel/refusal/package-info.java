/** Why the plan refuses a request: one sealed family, mapped to statuses in one place. */
@NullMarked
package org.masterplan.kernel.refusal;

import org.jspecify.annotations.NullMarked;
