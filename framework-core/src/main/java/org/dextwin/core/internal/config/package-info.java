/** Reads configuration files strictly, and knows where each of their values was written. */
@NullMarked
package org.dextwin.core.internal.config;

import org.jspecify.annotations.NullMarked;
