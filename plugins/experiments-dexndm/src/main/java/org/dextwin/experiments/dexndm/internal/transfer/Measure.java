package org.dextwin.experiments.dexndm.internal.transfer;

import java.util.List;
import org.dextwin.api.experiment.Item;
import org.dextwin.learning.rotation.RotationMeasures;

/** What a trial is judged by (DexNDM, section 4.1), and the names of it in results. */
public enum Measure {
  /** Sum of the speed about the axis [rad/s]. */
  ROTR("rotr", RotationMeasures.ROTR),
  /** Time to fall as a part of the longest episode. */
  TTF("ttf", RotationMeasures.TTF),
  /** Mean speed about other axes [rad/s]. */
  ROTP("rotp", RotationMeasures.ROTP),
  /** Angle turned [rad]. */
  ROT("rot_rad", RotationMeasures.ROT);

  private final String key;
  private final String measured;

  Measure(String key, String measured) {
    this.key = key;
    this.measured = measured;
  }

  /**
   * Returns the name of its mean.
   *
   * @return the name
   */
  public String key() {
    return key;
  }

  /** Name by which tasks report it. */
  String measured() {
    return measured;
  }

  /** Name of the list of all trials. */
  String trials() {
    return key + "_trials";
  }

  /**
   * Returns the values of all trials of a cell.
   *
   * @param cell the cell
   * @return values in order of the trials
   */
  public double[] of(Item cell) {
    return cell.values().get(trials()) instanceof List<?> list
        ? list.stream()
            .mapToDouble(it -> it instanceof Number number ? number.doubleValue() : Double.NaN)
            .toArray()
        : new double[0];
  }
}
