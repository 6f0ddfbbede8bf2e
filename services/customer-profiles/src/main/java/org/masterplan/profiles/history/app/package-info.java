/** Tells what stewards joined and parted. */
@NullMarked
package org.masterplan.profiles.history.app;

import org.jspecify.annotations.NullMarked;
