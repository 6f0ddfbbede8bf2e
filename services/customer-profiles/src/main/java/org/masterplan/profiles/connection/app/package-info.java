/** Use cases and ports of connections. */
@NullMarked
package org.masterplan.profiles.connection.app;

import org.jspecify.annotations.NullMarked;
