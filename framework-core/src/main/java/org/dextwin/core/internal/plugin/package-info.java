/** Finds plugins, loads each in a class loader of its own, and collects what they offer. */
@NullMarked
package org.dextwin.core.internal.plugin;

import org.jspecify.annotations.NullMarked;
