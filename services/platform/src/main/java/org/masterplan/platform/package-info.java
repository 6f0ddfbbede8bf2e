/** The mechanism every service stands on. Knows no word of any service's domain. */
@NullMarked
package org.masterplan.platform;

import org.jspecify.annotations.NullMarked;
