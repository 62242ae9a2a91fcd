/** Time as devices see it: of the machine, or virtual for twins that need not wait. */
@NullMarked
package org.dextwin.devices.time;

import org.jspecify.annotations.NullMarked;
