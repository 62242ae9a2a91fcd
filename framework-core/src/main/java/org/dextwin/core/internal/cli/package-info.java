/** The command line: reads arguments, asks the facade, and turns what happens into exit codes. */
@NullMarked
package org.dextwin.core.internal.cli;

import org.jspecify.annotations.NullMarked;
