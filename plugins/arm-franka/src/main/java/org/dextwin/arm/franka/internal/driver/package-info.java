/** The driver of the arm: a client of a joint trajectory controller. */
@NullMarked
package org.dextwin.arm.franka.internal.driver;

import org.jspecify.annotations.NullMarked;
