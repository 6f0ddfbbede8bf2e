/**
 * Speaks {@code masterplan.governance.v1} for messages, and asks other services. Decides nothing.
 */
@NullMarked
package org.masterplan.governance.message.grpc;

import org.jspecify.annotations.NullMarked;
