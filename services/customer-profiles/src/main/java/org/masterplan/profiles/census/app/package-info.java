/** Counts people: draws profiles, takes what stewards say of them, and tells what follows. */
@NullMarked
package org.masterplan.profiles.census.app;

import org.jspecify.annotations.NullMarked;
