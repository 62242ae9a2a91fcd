package org.dextwin.core.internal.config;

import java.nio.file.Path;

/**
 * Something that wrote values: a file, a {@code --set}, an environment variable.
 *
 * @param rank order in which problems are listed
 * @param label how messages name it, such as {@code box.conf} or {@code --set hand.type=leap}
 * @param folder where relative paths start
 * @param hasLines true if a line number helps to find a value
 */
record Source(int rank, String label, Path folder, boolean hasLines) {}
