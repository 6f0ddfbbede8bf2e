/** Matching by learned weights: the engine of identity-matching behind the port. */
@NullMarked
package org.masterplan.profiles.identity.engine;

import org.jspecify.annotations.NullMarked;
