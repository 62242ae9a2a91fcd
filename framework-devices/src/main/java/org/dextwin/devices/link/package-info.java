/** Byte streams to devices, and into twins. */
@NullMarked
package org.dextwin.devices.link;

import org.jspecify.annotations.NullMarked;
