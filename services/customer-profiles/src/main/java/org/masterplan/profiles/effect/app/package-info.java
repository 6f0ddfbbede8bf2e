/** Compares what members with and without promotions spent. */
@NullMarked
package org.masterplan.profiles.effect.app;

import org.jspecify.annotations.NullMarked;
