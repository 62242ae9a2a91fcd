/** Dynamixel protocol 2.0 over a byte stream: packets, the bus, and the registers of the servos. */
@NullMarked
package org.dextwin.hand.leap.internal.dynamixel;

import org.jspecify.annotations.NullMarked;
