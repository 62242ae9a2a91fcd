/** The contracts of pose trackers and cameras. */
@NullMarked
package org.dextwin.testkit.perception;

import org.jspecify.annotations.NullMarked;
