/** The contact ledger's use cases and ports. Plain Java. */
@NullMarked
package org.masterplan.governance.contact.app;

import org.jspecify.annotations.NullMarked;
