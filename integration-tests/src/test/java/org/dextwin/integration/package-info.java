/**
 * The built plugins as a user meets them: through the command line in a JVM of its own, with the
 * shipped examples, real logs and plugins of others.
 */
@NullMarked
package org.dextwin.integration;

import org.jspecify.annotations.NullMarked;
