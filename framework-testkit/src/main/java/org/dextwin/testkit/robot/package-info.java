/** The contracts of hands and arms, and hands for tests of what uses them. */
@NullMarked
package org.dextwin.testkit.robot;

import org.jspecify.annotations.NullMarked;
