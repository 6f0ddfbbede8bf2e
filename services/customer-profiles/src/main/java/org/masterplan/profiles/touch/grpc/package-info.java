/** Speaks {@code masterplan.profiles.v1.FragmentationService}, and asks other services. */
@NullMarked
package org.masterplan.profiles.touch.grpc;

import org.jspecify.annotations.NullMarked;
