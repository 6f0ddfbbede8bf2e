/** What persons agreed to. */
@NullMarked
package org.masterplan.profiles.consent.domain;

import org.jspecify.annotations.NullMarked;
