/** A twin of the LEAP hand's servos that speaks their protocol byte for byte. */
@NullMarked
package org.dextwin.hand.leap.internal.twin;

import org.jspecify.annotations.NullMarked;
