/** The command that exports episode logs as datasets. */
@NullMarked
package org.dextwin.export.lerobot;

import org.jspecify.annotations.NullMarked;
