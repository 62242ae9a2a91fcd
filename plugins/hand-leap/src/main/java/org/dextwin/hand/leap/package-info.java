/** The LEAP hand of Carnegie Mellon University: its model and the orders of its joints. */
@NullMarked
package org.dextwin.hand.leap;

import org.jspecify.annotations.NullMarked;
