/** The message governance service: what it is made of. */
@NullMarked
package org.masterplan.governance;

import org.jspecify.annotations.NullMarked;
