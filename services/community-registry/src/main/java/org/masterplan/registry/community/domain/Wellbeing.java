package org.masterplan.registry.community.domain;

import java.time.Instant;

/** How well a community is and as of when that was seen. */
public record Wellbeing(Health health, Instant asOf) {}
