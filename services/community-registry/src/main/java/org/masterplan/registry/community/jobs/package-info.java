/** Following abandonment detection. */
@NullMarked
package org.masterplan.registry.community.jobs;

import org.jspecify.annotations.NullMarked;
