/** Following customer profiles. */
@NullMarked
package org.masterplan.registry.member.jobs;

import org.jspecify.annotations.NullMarked;
