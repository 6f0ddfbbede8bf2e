/** Moving a plan's documents to another server that speaks MongoDB's protocol. */
@NullMarked
package org.masterplan.allinone.migration;

import org.jspecify.annotations.NullMarked;
