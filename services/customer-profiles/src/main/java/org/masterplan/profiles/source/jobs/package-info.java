/** Work of the source feature that outlives a call. */
@NullMarked
package org.masterplan.profiles.source.jobs;

import org.jspecify.annotations.NullMarked;
