/**
 * The framework as programs see it: opens plugins, checks configurations, assembles components.
 *
 * <p>Everything below {@code org.dextwin.core.internal} may change at any time.
 */
@NullMarked
package org.dextwin.core;

import org.jspecify.annotations.NullMarked;
