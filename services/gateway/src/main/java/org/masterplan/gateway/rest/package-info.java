/** REST made from the contracts: paths, bodies and errors, by one transcoder. */
@NullMarked
package org.masterplan.gateway.rest;

import org.jspecify.annotations.NullMarked;
