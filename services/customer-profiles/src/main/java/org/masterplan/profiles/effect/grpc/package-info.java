/** Speaks {@code masterplan.profiles.v1.PromotionEffectService}, and asks governance. */
@NullMarked
package org.masterplan.profiles.effect.grpc;

import org.jspecify.annotations.NullMarked;
