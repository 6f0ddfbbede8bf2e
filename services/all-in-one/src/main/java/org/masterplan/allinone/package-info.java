/** The executable: every service in one process, and the command line. */
@NullMarked
package org.masterplan.allinone;

import org.jspecify.annotations.NullMarked;
