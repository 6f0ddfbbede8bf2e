/** The pages of the three offices. */
@NullMarked
package org.masterplan.gateway.console;

import org.jspecify.annotations.NullMarked;
