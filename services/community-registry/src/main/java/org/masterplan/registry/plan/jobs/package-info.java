/** Reminders of what the plan asks. */
@NullMarked
package org.masterplan.registry.plan.jobs;

import org.jspecify.annotations.NullMarked;
