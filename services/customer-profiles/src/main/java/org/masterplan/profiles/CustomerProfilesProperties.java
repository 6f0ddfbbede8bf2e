package org.masterplan.profiles;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * How this service runs.
 *
 * @param tombstoneKeyFile the secret behind marks of what was erased; made where there is none, and
 *     to be the same for every instance
 * @param deadline how long another service may take to answer
 * @param personDeadline how long it may take to erase or to move what it holds of a person
 * @param takeUp how often what could not be finished is taken up again
 * @param law how long requests of persons may take
 * @param matching what says which records are one person
 * @param reviewedTwice of a hundred pairs to be looked at, how many two stewards are asked about
 */
@ConfigurationProperties("masterplan.profiles")
record CustomerProfilesProperties(
    Path tombstoneKeyFile,
    Duration deadline,
    Duration personDeadline,
    Duration takeUp,
    Resource law,
    MatchedBy matching,
    int reviewedTwice) {

  /** What says which records are one person. */
  enum MatchedBy {
    /** Shared keys alone. */
    EXACT,
    /** All that records say, weighed by what was learned of them. */
    ENGINE
  }
}
