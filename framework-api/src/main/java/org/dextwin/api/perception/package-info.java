/** Trackers of object poses, recorded and live. */
@NullMarked
package org.dextwin.api.perception;

import org.jspecify.annotations.NullMarked;
