/** The plan's parts on the wire. */
@NullMarked
package org.masterplan.registry.plan.grpc;

import org.jspecify.annotations.NullMarked;
