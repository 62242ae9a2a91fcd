/** The rosbridge protocol, version 2: JSON messages over a WebSocket. */
@NullMarked
package org.dextwin.arm.franka.internal.rosbridge;

import org.jspecify.annotations.NullMarked;
