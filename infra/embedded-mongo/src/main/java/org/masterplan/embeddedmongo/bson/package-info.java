/** BSON between bytes and the library's documents, made for reading and writing many of them. */
@NullMarked
package org.masterplan.embeddedmongo.bson;

import org.jspecify.annotations.NullMarked;
