/** Files and folders that are there as a whole or not at all. */
@NullMarked
package org.dextwin.export.lerobot.internal.output;

import org.jspecify.annotations.NullMarked;
