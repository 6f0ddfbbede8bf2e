/** Business units and employees. */
@NullMarked
package org.masterplan.registry.organisation.domain;

import org.jspecify.annotations.NullMarked;
