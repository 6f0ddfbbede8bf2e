/** The organisation on the wire. */
@NullMarked
package org.masterplan.registry.organisation.grpc;

import org.jspecify.annotations.NullMarked;
