/** Schema versions: what is stored is brought up to the program, never the other way. */
@NullMarked
package org.masterplan.platform.migration;

import org.jspecify.annotations.NullMarked;
