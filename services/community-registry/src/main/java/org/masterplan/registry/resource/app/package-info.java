/** What every named resource of the registry needs of a store. */
@NullMarked
package org.masterplan.registry.resource.app;

import org.jspecify.annotations.NullMarked;
