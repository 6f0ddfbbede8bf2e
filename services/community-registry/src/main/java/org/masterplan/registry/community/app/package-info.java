/** The use cases of the register of communities. */
@NullMarked
package org.masterplan.registry.community.app;

import org.jspecify.annotations.NullMarked;
