/** Requests of persons in MongoDB. */
@NullMarked
package org.masterplan.profiles.request.mongo;

import org.jspecify.annotations.NullMarked;
