/** The portfolio over gRPC, and the services it asks. */
@NullMarked
package org.masterplan.registry.portfolio.grpc;

import org.jspecify.annotations.NullMarked;
