/** Which addresses outside the plan may be called. */
@NullMarked
package org.masterplan.platform.address;

import org.jspecify.annotations.NullMarked;
