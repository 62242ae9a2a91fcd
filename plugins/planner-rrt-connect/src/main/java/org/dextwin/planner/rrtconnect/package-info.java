/**
 * Motions round obstacles: trees of free lines in joint space find a path, which is shortened and
 * then timed.
 */
@NullMarked
package org.dextwin.planner.rrtconnect;

import org.jspecify.annotations.NullMarked;
