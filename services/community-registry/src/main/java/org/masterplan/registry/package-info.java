/** The community registry: which communities there are, for whom, and who holds them. */
@NullMarked
package org.masterplan.registry;

import org.jspecify.annotations.NullMarked;
