/** A twin of the Allegro hand that speaks its CAN frames. */
@NullMarked
package org.dextwin.hand.allegro.internal.twin;

import org.jspecify.annotations.NullMarked;
