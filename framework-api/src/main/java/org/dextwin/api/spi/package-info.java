/** The one shape of every plugin: components, their providers, settings and context. */
@NullMarked
package org.dextwin.api.spi;

import org.jspecify.annotations.NullMarked;
