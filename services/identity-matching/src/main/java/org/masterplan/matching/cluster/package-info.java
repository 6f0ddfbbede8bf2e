/** From scored pairs to entities. */
@NullMarked
package org.masterplan.matching.cluster;

import org.jspecify.annotations.NullMarked;
