/** The contract of experiments, and a context that keeps their results in memory. */
@NullMarked
package org.dextwin.testkit.experiment;

import org.jspecify.annotations.NullMarked;
