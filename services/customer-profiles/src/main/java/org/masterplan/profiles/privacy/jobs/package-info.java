/** Work of the privacy feature that outlives a call. */
@NullMarked
package org.masterplan.profiles.privacy.jobs;

import org.jspecify.annotations.NullMarked;
