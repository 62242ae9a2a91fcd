/** Experiments and what they report: metrics, items, tables, plots and progress. */
@NullMarked
package org.dextwin.api.experiment;

import org.jspecify.annotations.NullMarked;
