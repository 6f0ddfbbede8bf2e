/** Comings and goings, and what they do to communities. */
@NullMarked
package org.masterplan.registry.organisation.app;

import org.jspecify.annotations.NullMarked;
