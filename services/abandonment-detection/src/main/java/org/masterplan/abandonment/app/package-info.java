/** Use cases of abandonment detection, and the ports they need. Plain Java. */
@NullMarked
package org.masterplan.abandonment.app;

import org.jspecify.annotations.NullMarked;
