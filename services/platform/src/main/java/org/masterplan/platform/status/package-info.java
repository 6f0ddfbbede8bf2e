/** The one place where a refusal becomes a gRPC status. */
@NullMarked
package org.masterplan.platform.status;

import org.jspecify.annotations.NullMarked;
