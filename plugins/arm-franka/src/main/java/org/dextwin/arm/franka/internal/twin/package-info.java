/** A twin of the arm's controller behind a rosbridge. */
@NullMarked
package org.dextwin.arm.franka.internal.twin;

import org.jspecify.annotations.NullMarked;
