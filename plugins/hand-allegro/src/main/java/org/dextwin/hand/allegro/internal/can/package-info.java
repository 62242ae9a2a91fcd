/** The Allegro hand's CAN frames, versions 4 and 5, and SocketCAN to send them over. */
@NullMarked
package org.dextwin.hand.allegro.internal.can;

import org.jspecify.annotations.NullMarked;
