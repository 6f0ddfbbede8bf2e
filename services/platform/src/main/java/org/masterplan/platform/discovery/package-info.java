/** How services find one another. */
@NullMarked
package org.masterplan.platform.discovery;

import org.jspecify.annotations.NullMarked;
