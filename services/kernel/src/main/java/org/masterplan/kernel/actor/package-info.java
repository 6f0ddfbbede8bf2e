/** Who acts, with which roles and for which units. */
@NullMarked
package org.masterplan.kernel.actor;

import org.jspecify.annotations.NullMarked;
