/** Loads the demonstration enterprise as a user would, through the public interface. */
@NullMarked
package org.masterplan.allinone.demo;

import org.jspecify.annotations.NullMarked;
