/** What twins of devices are made of: joints that move, motors that warm up, faults on demand. */
@NullMarked
package org.dextwin.devices.twin;

import org.jspecify.annotations.NullMarked;
