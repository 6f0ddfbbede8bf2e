/** What a list call asks of a store: filter, order, page. Plain types that each store compiles. */
@NullMarked
package org.masterplan.kernel.query;

import org.jspecify.annotations.NullMarked;
