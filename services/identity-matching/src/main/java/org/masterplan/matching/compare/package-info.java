/** How alike two values of a kind are, in a few levels. */
@NullMarked
package org.masterplan.matching.compare;

import org.jspecify.annotations.NullMarked;
