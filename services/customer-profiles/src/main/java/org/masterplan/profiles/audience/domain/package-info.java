/** How well a community's people are known. */
@NullMarked
package org.masterplan.profiles.audience.domain;

import org.jspecify.annotations.NullMarked;
