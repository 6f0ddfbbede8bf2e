/** Why two records are, or are not, one person. */
@NullMarked
package org.masterplan.matching.explain;

import org.jspecify.annotations.NullMarked;
