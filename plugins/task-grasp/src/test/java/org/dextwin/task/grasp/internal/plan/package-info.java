/** Tests of where to grasp. */
@NullMarked
package org.dextwin.task.grasp.internal.plan;

import org.jspecify.annotations.NullMarked;
