/** The contact ledger's rules and accounts. Plain Java. */
@NullMarked
package org.masterplan.governance.contact.domain;

import org.jspecify.annotations.NullMarked;
