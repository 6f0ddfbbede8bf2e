/** Index keys in their stored order, and the choice of the index that answers a query. */
@NullMarked
package org.masterplan.embeddedmongo.index;

import org.jspecify.annotations.NullMarked;
