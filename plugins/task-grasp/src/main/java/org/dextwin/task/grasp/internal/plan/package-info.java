/**
 * Where to grasp: postures in which fingers oppose each other, matched to opposite surface points.
 */
@NullMarked
package org.dextwin.task.grasp.internal.plan;

import org.jspecify.annotations.NullMarked;
