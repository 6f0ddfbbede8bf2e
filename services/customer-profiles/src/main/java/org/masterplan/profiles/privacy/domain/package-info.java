/** Erasures, and how far each service has confirmed them. */
@NullMarked
package org.masterplan.profiles.privacy.domain;

import org.jspecify.annotations.NullMarked;
