package org.dextwin.core;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a configuration has problems; the message shows all of them. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Everything that is wrong. */
  private final transient List<Problem> problems;

  ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns everything that is wrong.
   *
   * @return the problems in the order of files and lines
   */
  public List<Problem> problems() {
    return problems;
  }
}
