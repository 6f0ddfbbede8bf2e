/** What a resolution is, and what it would change. */
@NullMarked
package org.masterplan.profiles.resolution.domain;

import org.jspecify.annotations.NullMarked;
