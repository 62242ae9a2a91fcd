/** Datasets in LeRobot's format: features, statistics, and the layouts of its versions. */
@NullMarked
package org.dextwin.export.lerobot.internal.dataset;

import org.jspecify.annotations.NullMarked;
