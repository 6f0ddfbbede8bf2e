/** Which column of a source is which field of the dictionary. */
@NullMarked
package org.masterplan.matching.mapping;

import org.jspecify.annotations.NullMarked;
