/** Speaks {@code masterplan.profiles.v1} for connections. Translates; decides nothing. */
@NullMarked
package org.masterplan.profiles.connection.grpc;

import org.jspecify.annotations.NullMarked;
