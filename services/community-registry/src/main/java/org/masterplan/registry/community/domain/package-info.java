/** A community, its life cycle and the rules for entering the plan. */
@NullMarked
package org.masterplan.registry.community.domain;

import org.jspecify.annotations.NullMarked;
