/** The plan's REST interface as a program outside uses it. */
@NullMarked
package org.masterplan.allinone.rest;

import org.jspecify.annotations.NullMarked;
