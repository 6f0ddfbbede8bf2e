/** Segments, product lines and objectives. */
@NullMarked
package org.masterplan.registry.plan.domain;

import org.jspecify.annotations.NullMarked;
