/** The contracts as data: every service, method and comment of the proto files. */
@NullMarked
package org.masterplan.gateway.contract;

import org.jspecify.annotations.NullMarked;
