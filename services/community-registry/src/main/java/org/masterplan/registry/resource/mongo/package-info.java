/** Resources in MongoDB. */
@NullMarked
package org.masterplan.registry.resource.mongo;

import org.jspecify.annotations.NullMarked;
