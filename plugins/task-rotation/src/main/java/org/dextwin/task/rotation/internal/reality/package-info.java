/** What a real hand does that a simulated one does not: backlash, delay, hysteresis. */
@NullMarked
package org.dextwin.task.rotation.internal.reality;

import org.jspecify.annotations.NullMarked;
