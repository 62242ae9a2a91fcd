package org.dextwin.experiments.drex.internal.pushlog.motor;

/**
 * A stretch of time in which a joint pushes against something.
 *
 * @param joint name of the joint
 * @param start first time [s since the epoch]
 * @param end last time [s since the epoch]
 * @param work work done against what stands in the way [J]
 */
public record Contact(String joint, double start, double end, double work) {}
