/** REST, sign-in and the web console. Has no database: it asks the services. */
@NullMarked
package org.masterplan.gateway;

import org.jspecify.annotations.NullMarked;
