/** Plain Java shared by all domains; depends on nothing but the JDK. */
@NullMarked
package org.masterplan.kernel;

import org.jspecify.annotations.NullMarked;
