/** Two groups of people, and what they spent. */
@NullMarked
package org.masterplan.profiles.effect.domain;

import org.jspecify.annotations.NullMarked;
