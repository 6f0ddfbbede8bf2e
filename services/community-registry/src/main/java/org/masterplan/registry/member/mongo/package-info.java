/** How members, places and counts are stored. */
@NullMarked
package org.masterplan.registry.member.mongo;

import org.jspecify.annotations.NullMarked;
