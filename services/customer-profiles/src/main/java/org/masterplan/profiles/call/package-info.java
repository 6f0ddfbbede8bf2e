/** How this service asks others. */
@NullMarked
package org.masterplan.profiles.call;

import org.jspecify.annotations.NullMarked;
