/** A request sent twice is done once (AIP-155). */
@NullMarked
package org.masterplan.platform.request;

import org.jspecify.annotations.NullMarked;
