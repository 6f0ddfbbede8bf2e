package org.masterplan.registry;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the registry is set up.
 *
 * @param tombstoneKeyFile the secret behind marks of erased members; made where there is none, and
 *     the same for every instance
 */
@ConfigurationProperties("masterplan.registry")
record RegistryProperties(Path tombstoneKeyFile) {}
