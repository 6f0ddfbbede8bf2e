/** The consent feature's collections in MongoDB. */
@NullMarked
package org.masterplan.profiles.consent.mongo;

import org.jspecify.annotations.NullMarked;
