/** What can be typed after the program's name. */
@NullMarked
package org.masterplan.allinone.cli;

import org.jspecify.annotations.NullMarked;
