/** Replacing old databases: the steps, their signatures, what is given back. */
@NullMarked
package org.masterplan.profiles.replacement.app;

import org.jspecify.annotations.NullMarked;
