/** Tests of the package of the same name. */
@NullMarked
package org.dextwin.task.grasp;

import org.jspecify.annotations.NullMarked;
