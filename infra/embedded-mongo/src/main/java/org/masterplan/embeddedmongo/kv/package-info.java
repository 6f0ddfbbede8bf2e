/** Ordered byte keys with atomic batches and point-in-time views: all a store engine must offer. */
@NullMarked
package org.masterplan.embeddedmongo.kv;

import org.jspecify.annotations.NullMarked;
