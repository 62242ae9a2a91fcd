/** Episode logs as they go into a dataset: found, read and aligned. */
@NullMarked
package org.dextwin.export.lerobot.internal.take;

import org.jspecify.annotations.NullMarked;
