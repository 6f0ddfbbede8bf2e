/** Sealing anew what was stored by another key, or as it is. */
@NullMarked
package org.masterplan.profiles.sealing.app;

import org.jspecify.annotations.NullMarked;
