/** The contracts of hands and arms. */
@NullMarked
package org.dextwin.testkit.robot;

import org.jspecify.annotations.NullMarked;
