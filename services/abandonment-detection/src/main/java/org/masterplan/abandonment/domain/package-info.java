/** Activity, rhythm, health and rescue cases. Plain Java. */
@NullMarked
package org.masterplan.abandonment.domain;

import org.jspecify.annotations.NullMarked;
