/** The driver of the LEAP hand's servos. */
@NullMarked
package org.dextwin.hand.leap.internal.driver;

import org.jspecify.annotations.NullMarked;
