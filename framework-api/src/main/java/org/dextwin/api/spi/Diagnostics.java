package org.dextwin.api.spi;

import java.util.List;

/**
 * A role that tells {@code dextwin doctor} what a plugin finds on this machine. Its provider needs
 * no configuration.
 *
 * <p><i>Thread safety</i>: confined.
 */
@Role("diagnostics")
public interface Diagnostics extends Component {

  /**
   * Looks at the machine without changing it.
   *
   * @return what was found
   */
  List<Finding> examine();

  /**
   * One thing that was looked at.
   *
   * @param subject what was looked at, such as {@code libmujoco}
   * @param health whether it can be used
   * @param detail what was found, such as path and version
   * @param remedy how to mend it; empty if healthy
   */
  record Finding(String subject, Health health, String detail, String remedy) {}

  /** Whether a thing can be used. */
  enum Health {
    /** It can be used. */
    OK,
    /** It can be used with restrictions. */
    WARNING,
    /** It cannot be used. */
    MISSING
  }
}
