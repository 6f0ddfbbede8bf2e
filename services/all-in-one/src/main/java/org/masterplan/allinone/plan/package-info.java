/** Every service of a plan in one process, on one embedded store. */
@NullMarked
package org.masterplan.allinone.plan;

import org.jspecify.annotations.NullMarked;
