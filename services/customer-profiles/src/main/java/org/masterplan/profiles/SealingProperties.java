package org.masterplan.profiles;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether what people say of themselves is sealed in the database.
 *
 * @param keys folder of the keys, outside the database, each a file named by its number, of which
 *     the highest seals; the same for every instance; empty: everything stands as it is
 */
@ConfigurationProperties("masterplan.profiles.sealing")
record SealingProperties(String keys) {}
