/**
 * Speaks {@code masterplan.governance.v1} for contacts, and asks other services. Decides nothing.
 */
@NullMarked
package org.masterplan.governance.contact.grpc;

import org.jspecify.annotations.NullMarked;
