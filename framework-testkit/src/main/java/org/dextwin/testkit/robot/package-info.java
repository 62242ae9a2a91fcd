/** The contract of hands. */
@NullMarked
package org.dextwin.testkit.robot;

import org.jspecify.annotations.NullMarked;
