/** The contract of retargeters, and human hands to try them with. */
@NullMarked
package org.dextwin.testkit.retarget;

import org.jspecify.annotations.NullMarked;
