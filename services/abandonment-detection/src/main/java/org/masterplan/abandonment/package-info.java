/** Which communities are alive, by their own rhythm, and which drift. */
@NullMarked
package org.masterplan.abandonment;

import org.jspecify.annotations.NullMarked;
