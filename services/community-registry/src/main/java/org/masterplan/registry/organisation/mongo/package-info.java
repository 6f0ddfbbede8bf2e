/** How units and employees are stored. */
@NullMarked
package org.masterplan.registry.organisation.mongo;

import org.jspecify.annotations.NullMarked;
