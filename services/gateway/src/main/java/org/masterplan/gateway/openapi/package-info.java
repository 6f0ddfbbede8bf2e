/** A description of the REST interface, made from the contracts. */
@NullMarked
package org.masterplan.gateway.openapi;

import org.jspecify.annotations.NullMarked;
