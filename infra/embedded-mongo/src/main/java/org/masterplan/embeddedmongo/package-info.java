/**
 * MongoDB's wire protocol on one machine: the document language of mongo-java-server over ordered
 * keys in RocksDB. {@link org.masterplan.embeddedmongo.EmbeddedMongo} is the way in.
 */
@NullMarked
package org.masterplan.embeddedmongo;

import org.jspecify.annotations.NullMarked;
