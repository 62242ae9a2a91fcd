/** Objects to grasp: their shapes, surfaces and masses. */
@NullMarked
package org.dextwin.task.grasp.internal.object;

import org.jspecify.annotations.NullMarked;
