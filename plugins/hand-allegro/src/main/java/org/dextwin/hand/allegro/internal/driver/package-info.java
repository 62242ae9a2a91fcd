/** The driver of the Allegro hand: position control on the host, torques on the bus. */
@NullMarked
package org.dextwin.hand.allegro.internal.driver;

import org.jspecify.annotations.NullMarked;
