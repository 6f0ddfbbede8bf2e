/** The privacy feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.privacy.mongo;

import org.jspecify.annotations.NullMarked;
