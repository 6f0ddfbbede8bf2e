/** What every adapter of the registry shares: names, pages, replies. */
@NullMarked
package org.masterplan.registry.resource.grpc;

import org.jspecify.annotations.NullMarked;
