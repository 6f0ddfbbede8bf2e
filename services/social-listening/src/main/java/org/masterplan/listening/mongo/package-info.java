/** Resources and votes in MongoDB. */
@NullMarked
package org.masterplan.listening.mongo;

import org.jspecify.annotations.NullMarked;
