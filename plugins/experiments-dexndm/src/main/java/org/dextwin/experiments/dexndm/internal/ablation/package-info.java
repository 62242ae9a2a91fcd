/** What each part of the learning of dynamics contributes. */
@NullMarked
package org.dextwin.experiments.dexndm.internal.ablation;

import org.jspecify.annotations.NullMarked;
