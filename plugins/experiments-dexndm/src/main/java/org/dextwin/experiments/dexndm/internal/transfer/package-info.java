/** Policies of one world played in another, with the corrections of several methods. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.transfer;

import org.jspecify.annotations.NullMarked;
