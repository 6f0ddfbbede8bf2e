package org.masterplan.listening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How social listening is set up.
 *
 * @param answerWithin how long after it was said a complaint must be answered
 */
@ConfigurationProperties("masterplan.listening")
record ListeningProperties(Duration answerWithin) {}
