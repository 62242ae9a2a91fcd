/** The safety envelope that stands between every policy and every driver. */
@NullMarked
package org.dextwin.devices.safety;

import org.jspecify.annotations.NullMarked;
