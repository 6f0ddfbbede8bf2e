/** Communities on the wire. */
@NullMarked
package org.masterplan.registry.community.grpc;

import org.jspecify.annotations.NullMarked;
