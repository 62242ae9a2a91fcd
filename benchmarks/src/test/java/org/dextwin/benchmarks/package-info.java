/**
 * Benchmarks of the built plugins, loaded through the framework as a user does. They are compiled
 * as tests, because their harness is no part of what is shipped.
 */
@NullMarked
package org.dextwin.benchmarks;

import org.jspecify.annotations.NullMarked;
