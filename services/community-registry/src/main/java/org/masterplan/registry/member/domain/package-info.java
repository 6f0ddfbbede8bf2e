/** Who takes part in a community: keys, standing, and the rules of a row. */
@NullMarked
package org.masterplan.registry.member.domain;

import org.jspecify.annotations.NullMarked;
