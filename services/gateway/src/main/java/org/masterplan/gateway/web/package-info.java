/** What every answer of this server obeys: hosts, headers, sign-in. */
@NullMarked
package org.masterplan.gateway.web;

import org.jspecify.annotations.NullMarked;
