package org.dextwin.core.internal.config;

import java.nio.file.Path;

/**
 * Where something was written.
 *
 * @param source who wrote it
 * @param line line, from 1; 0 if unknown
 */
public record Origin(Source source, int line) implements Comparable<Origin> {

  /** Returns the folder where relative paths written here start. */
  Path folder() {
    return source.folder();
  }

  /** Says whether a file wrote it, rather than the command line or the environment. */
  public boolean isInFile() {
    return source.hasLines();
  }

  @Override
  public int compareTo(Origin other) {
    int bySource = Integer.compare(source.rank(), other.source.rank());
    return bySource != 0 ? bySource : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return source.hasLines() && line > 0 ? source.label() + ":" + line : source.label();
  }
}
