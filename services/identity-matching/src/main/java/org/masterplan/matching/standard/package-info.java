/** One standardiser per field type: raw text to a value that can be compared. */
@NullMarked
package org.masterplan.matching.standard;

import org.jspecify.annotations.NullMarked;
