package org.masterplan.profiles;

import java.util.Currency;
import org.masterplan.profiles.dealing.domain.ValueRule;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a person is worth.
 *
 * @param rule what counts; {@code NONE}: everybody's value is unknown
 * @param currency the only one that counts
 */
@ConfigurationProperties("masterplan.profiles.value")
record ValueProperties(ValueRule.Kind rule, Currency currency) {}
