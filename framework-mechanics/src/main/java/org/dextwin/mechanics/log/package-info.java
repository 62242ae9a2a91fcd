/**
 * Recorded joint and pose logs: reading and writing them, and bringing their clocks together.
 * Readers check every number; what they mend or drop they say in notes.
 */
@NullMarked
package org.dextwin.mechanics.log;

import org.jspecify.annotations.NullMarked;
