/** Sealing anew as a long-running operation. */
@NullMarked
package org.masterplan.profiles.sealing.jobs;

import org.jspecify.annotations.NullMarked;
