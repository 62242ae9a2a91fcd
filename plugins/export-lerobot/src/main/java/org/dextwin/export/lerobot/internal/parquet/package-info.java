/** Tables in Parquet files; the one package that sees the Parquet library. */
@NullMarked
package org.dextwin.export.lerobot.internal.parquet;

import org.jspecify.annotations.NullMarked;
