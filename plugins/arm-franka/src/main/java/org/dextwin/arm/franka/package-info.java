/** The arms of Franka Robotics: models of FER, also called Panda, and FR3. */
@NullMarked
package org.dextwin.arm.franka;

import org.jspecify.annotations.NullMarked;
