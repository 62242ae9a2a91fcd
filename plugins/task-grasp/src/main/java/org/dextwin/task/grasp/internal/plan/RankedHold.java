package org.dextwin.task.grasp.internal.plan;

/**
 * A hold and how well it works.
 *
 * @param hold the hold
 * @param score share of the trials on plain solids that succeeded
 */
record RankedHold(GraspGeometry.Hold hold, double score) {}
