/** What does the arithmetic: the choice of a kernel, ND4J, and threads. */
@NullMarked
package org.dextwin.learning.compute;

import org.jspecify.annotations.NullMarked;
