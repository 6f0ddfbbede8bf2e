/** What every change leaves behind. */
@NullMarked
package org.masterplan.kernel.audit;

import org.jspecify.annotations.NullMarked;
