/** MongoDB's wire protocol: messages in and out of a socket. */
@NullMarked
package org.masterplan.embeddedmongo.wire;

import org.jspecify.annotations.NullMarked;
