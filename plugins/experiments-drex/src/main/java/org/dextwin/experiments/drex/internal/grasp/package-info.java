/** Grasping experiments: policies trained on tasks, played in cases, compared in tables. */
@NullMarked
package org.dextwin.experiments.drex.internal.grasp;

import org.jspecify.annotations.NullMarked;
