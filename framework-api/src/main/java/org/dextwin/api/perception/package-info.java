/** Trackers of object poses, recorded and live, and cameras. */
@NullMarked
package org.dextwin.api.perception;

import org.jspecify.annotations.NullMarked;
