/** Which pairs of records are worth comparing. */
@NullMarked
package org.masterplan.matching.candidate;

import org.jspecify.annotations.NullMarked;
