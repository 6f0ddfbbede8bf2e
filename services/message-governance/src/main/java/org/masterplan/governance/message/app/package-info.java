/** Use cases and ports of the message plan. Plain Java. */
@NullMarked
package org.masterplan.governance.message.app;

import org.jspecify.annotations.NullMarked;
