/** Speaks {@code masterplan.profiles.v1.HistoryService}. */
@NullMarked
package org.masterplan.profiles.history.grpc;

import org.jspecify.annotations.NullMarked;
