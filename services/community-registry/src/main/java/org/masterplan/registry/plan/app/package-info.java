/** The use cases of the plan's parts. */
@NullMarked
package org.masterplan.registry.plan.app;

import org.jspecify.annotations.NullMarked;
