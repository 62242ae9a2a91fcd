/** Tests of the kit itself: honest fakes are green, sabotaged ones are red. */
@NullMarked
package org.dextwin.testkit;

import org.jspecify.annotations.NullMarked;
