/** Counts what is known of a community's people. */
@NullMarked
package org.masterplan.profiles.audience.app;

import org.jspecify.annotations.NullMarked;
