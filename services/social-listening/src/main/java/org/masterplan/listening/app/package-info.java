/** Use cases of social listening, and the ports they need. Plain Java. */
@NullMarked
package org.masterplan.listening.app;

import org.jspecify.annotations.NullMarked;
