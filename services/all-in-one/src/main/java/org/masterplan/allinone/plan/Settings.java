package org.masterplan.allinone.plan;

import java.time.Clock;

/**
 * How a plan is to run.
 *
 * @param port of REST and the console; 0 = any free one
 * @param grpcPort of the first service, the others follow; 0 = any free ones
 * @param demo whether the demonstration users may sign in
 * @param data where everything is kept
 * @param clock of the services and pages; tokens go by the machine's
 */
public record Settings(int port, int grpcPort, boolean demo, DataFolder data, Clock clock) {}
