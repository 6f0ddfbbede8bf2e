/** What every service needs to show and forget a person. */
@NullMarked
package org.masterplan.platform.person;

import org.jspecify.annotations.NullMarked;
