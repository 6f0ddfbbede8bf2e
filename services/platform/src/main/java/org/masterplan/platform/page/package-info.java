/** Lists: page tokens bound to their query, orders, etags. */
@NullMarked
package org.masterplan.platform.page;

import org.jspecify.annotations.NullMarked;
