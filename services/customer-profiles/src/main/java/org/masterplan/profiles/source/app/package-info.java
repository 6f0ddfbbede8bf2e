/** Registering sources, mapping their columns, loading their files. */
@NullMarked
package org.masterplan.profiles.source.app;

import org.jspecify.annotations.NullMarked;
