package org.dextwin.api.robot;

import org.dextwin.api.model.JointVector;
import org.dextwin.api.spi.Experimental;

/**
 * The bus of a hand that can be told how hard its fingertips may push; see {@link Hand#driver}.
 *
 * <p><i>Thread safety</i>: confined, except {@link #stop}.
 */
@Experimental
public interface FingertipForceDriver extends HandDriver {

  /**
   * Sends targets, and what each fingertip may push with on the way there.
   *
   * @param position joint positions to reach [rad]
   * @param forces largest force of each finger, in the order of the hand's fingers [N]; NaN and
   *     negative ones count as none, infinite ones as all that the device allows
   * @return what was applied, after every limit
   * @throws DeviceException as {@link #send(JointCommand)}
   * @throws org.dextwin.api.math.DimensionMismatchException if there is not one force per finger
   * @throws org.dextwin.api.model.JointOrderException if the targets are in another order
   */
  JointCommand send(JointVector position, double[] forces);
}
