/** Tests of forces. */
@NullMarked
package org.dextwin.task.grasp.internal.control;

import org.jspecify.annotations.NullMarked;
