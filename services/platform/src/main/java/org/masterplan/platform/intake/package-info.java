/** Uploads: stored on disk, read row by row in any of four formats, good rows apart from bad. */
@NullMarked
package org.masterplan.platform.intake;

import org.jspecify.annotations.NullMarked;
