/** What learned dynamics of a hand are worth, and why they may work joint by joint. */
@NullMarked
package org.dextwin.learning.dynamics;

import org.jspecify.annotations.NullMarked;
