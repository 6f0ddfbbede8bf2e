/** What customers say anywhere, and what becomes of it. */
@NullMarked
package org.masterplan.listening;

import org.jspecify.annotations.NullMarked;
