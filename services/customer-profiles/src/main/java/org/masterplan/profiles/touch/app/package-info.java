/** Finds out who touched people. */
@NullMarked
package org.masterplan.profiles.touch.app;

import org.jspecify.annotations.NullMarked;
