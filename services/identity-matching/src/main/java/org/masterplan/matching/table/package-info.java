/** Records as columns of numbered values: what every later step works on. */
@NullMarked
package org.masterplan.matching.table;

import org.jspecify.annotations.NullMarked;
