/** The task {@code grasp}: grasping, lifting and holding an object whose mass is known. */
@NullMarked
package org.dextwin.task.grasp;

import org.jspecify.annotations.NullMarked;
