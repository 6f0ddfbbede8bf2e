/** Writes the files of a company that does not exist, and the truth about them. */
@NullMarked
package org.masterplan.demo;

import org.jspecify.annotations.NullMarked;
