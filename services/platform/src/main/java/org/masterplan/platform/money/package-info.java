/** Money on the wire. */
@NullMarked
package org.masterplan.platform.money;

import org.jspecify.annotations.NullMarked;
