/** Preparing and applying as long-running operations. */
@NullMarked
package org.masterplan.profiles.resolution.jobs;

import org.jspecify.annotations.NullMarked;
