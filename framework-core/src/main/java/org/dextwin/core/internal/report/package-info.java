/** What a run looks like to people: tables, plots and the report page. Knows nothing of folders. */
@NullMarked
package org.dextwin.core.internal.report;

import org.jspecify.annotations.NullMarked;
