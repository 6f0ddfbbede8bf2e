/** How the plan's parts are stored. */
@NullMarked
package org.masterplan.registry.plan.mongo;

import org.jspecify.annotations.NullMarked;
