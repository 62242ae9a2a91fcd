package org.dextwin.arm.franka;

import java.util.Optional;
import org.dextwin.api.robot.ArmOptions;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Configuration of a Franka arm.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param options keys of every arm
 * @param variant which arm it is
 * @param driver the way to its motors
 */
record FrankaConfig(
    ArmOptions options,
    @Key(doc = "Which arm it is: fer (Panda) or fr3.", byDefault = "fer") Variant variant,
    @Key(doc = "The way to it: rosbridge or twin; an arm that is only simulated has none.")
        Optional<ComponentRef<FrankaDriver>> driver) {

  /** The arms, which differ in limits and masses, not in kinematics. */
  enum Variant {
    /** Franka Emika robot, sold as Panda. */
    FER,
    /** Franka Research 3. */
    FR3
  }
}
