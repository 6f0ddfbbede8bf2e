/** Activity, health and rescue cases in MongoDB, one class per collection. */
@NullMarked
package org.masterplan.abandonment.mongo;

import org.jspecify.annotations.NullMarked;
