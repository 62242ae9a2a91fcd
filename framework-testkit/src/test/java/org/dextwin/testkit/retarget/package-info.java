/** The contract of retargeters is put to the test. */
@NullMarked
package org.dextwin.testkit.retarget;

import org.jspecify.annotations.NullMarked;
