/** Speaks masterplan.listening.v1. Translates; decides nothing. */
@NullMarked
package org.masterplan.listening.grpc;

import org.jspecify.annotations.NullMarked;
