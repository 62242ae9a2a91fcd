package org.dextwin.api.model;

/** Thrown when joint values of different orders are mixed. */
public final class JointOrderException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Describes the mix-up.
   *
   * @param operation what was attempted
   * @param expected the order that was needed
   * @param found the order that was passed
   */
  public JointOrderException(String operation, JointOrder expected, JointOrder found) {
    super(
        "cannot "
            + operation
            + ": expected order '"
            + expected.name()
            + "' "
            + expected.joints()
            + ", found '"
            + found.name()
            + "' "
            + found.joints());
  }
}
