/** Rows of an upload and what became of them. Plain types; the readers are in the platform. */
@NullMarked
package org.masterplan.kernel.intake;

import org.jspecify.annotations.NullMarked;
