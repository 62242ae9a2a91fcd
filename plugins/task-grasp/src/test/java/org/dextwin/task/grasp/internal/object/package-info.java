/** Tests of objects and their masses. */
@NullMarked
package org.dextwin.task.grasp.internal.object;

import org.jspecify.annotations.NullMarked;
