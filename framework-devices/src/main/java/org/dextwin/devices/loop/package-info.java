/** Control loops with a deadline monitor. */
@NullMarked
package org.dextwin.devices.loop;

import org.jspecify.annotations.NullMarked;
