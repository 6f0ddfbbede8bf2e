package org.masterplan.profiles;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Snapshots of the plan as Parquet files.
 *
 * @param folder where they are written; empty: nowhere
 * @param hour of the day from which the night's snapshot is due
 * @param keep how many stay
 */
@ConfigurationProperties("masterplan.profiles.snapshot")
record SnapshotProperties(String folder, int hour, int keep) {}
