package org.masterplan.platform.migration;

import com.mongodb.client.MongoDatabase;
import java.util.function.Consumer;

/**
 * One step of a service's schema. A service declares a bean for each.
 *
 * @param version what the schema is afterwards; 1 is the first
 * @param what it does, for the log
 * @param apply idempotent: a crash in the middle means that it is done again
 */
public record Migration(int version, String what, Consumer<MongoDatabase> apply) {}
