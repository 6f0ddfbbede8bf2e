/** The audit trail: sealed into hash-linked batches, listed, verified. */
@NullMarked
package org.masterplan.platform.audit;

import org.jspecify.annotations.NullMarked;
