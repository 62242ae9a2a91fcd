@NullMarked
package org.dextwin.experiments.dexndm.internal.identify;

import org.jspecify.annotations.NullMarked;
