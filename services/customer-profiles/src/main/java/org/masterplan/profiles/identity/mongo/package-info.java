/** The identity feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.identity.mongo;

import org.jspecify.annotations.NullMarked;
