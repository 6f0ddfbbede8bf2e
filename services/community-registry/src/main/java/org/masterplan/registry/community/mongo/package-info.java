/** How communities are stored. */
@NullMarked
package org.masterplan.registry.community.mongo;

import org.jspecify.annotations.NullMarked;
