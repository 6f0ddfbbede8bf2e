/** One record at a time. */
@NullMarked
package org.masterplan.matching.live;

import org.jspecify.annotations.NullMarked;
