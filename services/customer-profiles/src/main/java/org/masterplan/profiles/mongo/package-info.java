/** What the collections of this service share. */
@NullMarked
package org.masterplan.profiles.mongo;

import org.jspecify.annotations.NullMarked;
