/**
 * Speaks {@code masterplan.governance.v1} for policys, and asks other services. Decides nothing.
 */
@NullMarked
package org.masterplan.governance.policy.grpc;

import org.jspecify.annotations.NullMarked;
