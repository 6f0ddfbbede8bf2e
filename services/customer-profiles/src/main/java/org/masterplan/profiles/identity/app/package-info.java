/** The one writer of identity, and the ports to the journal and to the matching engine. */
@NullMarked
package org.masterplan.profiles.identity.app;

import org.jspecify.annotations.NullMarked;
