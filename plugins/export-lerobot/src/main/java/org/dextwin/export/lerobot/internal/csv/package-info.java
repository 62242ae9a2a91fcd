/** Episodes as text that every program reads. */
@NullMarked
package org.dextwin.export.lerobot.internal.csv;

import org.jspecify.annotations.NullMarked;
