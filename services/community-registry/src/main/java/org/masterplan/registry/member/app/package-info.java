/** The use cases of members. */
@NullMarked
package org.masterplan.registry.member.app;

import org.jspecify.annotations.NullMarked;
