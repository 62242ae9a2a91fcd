/** The contract of pose trackers. */
@NullMarked
package org.dextwin.testkit.perception;

import org.jspecify.annotations.NullMarked;
