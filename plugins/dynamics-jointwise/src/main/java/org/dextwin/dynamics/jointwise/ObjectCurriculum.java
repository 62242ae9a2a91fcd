package org.dextwin.dynamics.jointwise;

/**
 * The weight of the object's motion beside that of the hand, k_o: small until the hand is about
 * right, then rising.
 *
 * <p><i>References</i>: Liu et al., DexNDM, 2025, Section C, "Sim-to-sim comparison settings".
 */
final class ObjectCurriculum {

  static final double FIRST = 0.001;
  static final double LAST = 2;
  private static final int BEGIN = 10;
  private static final int END = 200;

  private ObjectCurriculum() {}

  /** The weight after so many resets, which are passes through the recordings here. */
  static double weight(int resets) {
    double progress = Math.max(0, Math.min(1, (resets - BEGIN) / (double) (END - BEGIN)));
    return FIRST + progress * (LAST - FIRST);
  }
}
