/** Texts of refusals in the caller's language. */
@NullMarked
package org.masterplan.platform.text;

import org.jspecify.annotations.NullMarked;
