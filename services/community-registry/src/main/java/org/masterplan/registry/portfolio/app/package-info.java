/** The plan on one page: its own figures and those of other services. */
@NullMarked
package org.masterplan.registry.portfolio.app;

import org.jspecify.annotations.NullMarked;
