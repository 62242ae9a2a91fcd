/**
 * From human to robot demonstrations: hands read from files, retargeted to the configured robot
 * hand, and filtered.
 */
@NullMarked
package org.dextwin.experiments.drex.internal.retarget;

import org.jspecify.annotations.NullMarked;
