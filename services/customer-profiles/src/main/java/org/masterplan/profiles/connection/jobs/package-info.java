/** Pulls, which outlive a call. */
@NullMarked
package org.masterplan.profiles.connection.jobs;

import org.jspecify.annotations.NullMarked;
