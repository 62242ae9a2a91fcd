/** Episode logs: what the sources of one demonstration said and when, kept through a crash. */
@NullMarked
package org.dextwin.devices.record;

import org.jspecify.annotations.NullMarked;
