/** What persons ask about their data, and by when it is to be answered. */
@NullMarked
package org.masterplan.profiles.request.domain;

import org.jspecify.annotations.NullMarked;
