/** XML files that are not trusted, as trees of elements that know their line. */
@NullMarked
package org.dextwin.mechanics.xml;

import org.jspecify.annotations.NullMarked;
