/** Preparing and applying resolutions, and the port to where they are kept. */
@NullMarked
package org.masterplan.profiles.resolution.app;

import org.jspecify.annotations.NullMarked;
