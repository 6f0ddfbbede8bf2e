package org.masterplan.allinone.plan;

/**
 * One service of the plan.
 *
 * @param name how others find it, and the name of its settings file
 * @param application what Spring starts
 */
record Part(String name, Class<?> application) {}
