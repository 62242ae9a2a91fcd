/** Hands, arms, their devices, and logs of their joints. */
@NullMarked
package org.dextwin.api.robot;

import org.jspecify.annotations.NullMarked;
