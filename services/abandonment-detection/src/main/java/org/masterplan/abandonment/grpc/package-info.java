/** Speaks masterplan.abandonment.v1 and the register's contract. Translates; decides nothing. */
@NullMarked
package org.masterplan.abandonment.grpc;

import org.jspecify.annotations.NullMarked;
