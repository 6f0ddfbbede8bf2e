/** Who may sign in, and the tokens that say so. */
@NullMarked
package org.masterplan.gateway.issuer;

import org.jspecify.annotations.NullMarked;
