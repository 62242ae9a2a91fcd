/** The contract of every provider, and strict settings, contexts and data to test with. */
@NullMarked
package org.dextwin.testkit;

import org.jspecify.annotations.NullMarked;
