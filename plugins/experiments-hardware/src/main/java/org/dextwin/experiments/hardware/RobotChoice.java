package org.dextwin.experiments.hardware;

import java.util.Optional;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.robot.JointDriver;
import org.dextwin.api.spi.ComponentContext;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.InvalidInputException;
import org.dextwin.api.spi.Settings;

/** Which robot of the configuration moves. */
enum RobotChoice {
  /** The hand. */
  HAND,
  /** The arm. */
  ARM;

  /** Reads the reference to the robot, which is its role's own block unless the key is given. */
  Ref in(Settings settings) {
    return switch (this) {
      case HAND -> new Ref(Optional.of(settings.component("hand", Hand.class)), Optional.empty());
      case ARM -> new Ref(Optional.empty(), Optional.of(settings.component("arm", Arm.class)));
    };
  }

  /**
   * A reference to one robot.
   *
   * @param hand the hand, if it is one
   * @param arm the arm, if it is one
   */
  record Ref(Optional<ComponentRef<Hand>> hand, Optional<ComponentRef<Arm>> arm) {

    /** Makes the robot; it must have a driver. */
    Robot resolve(ComponentContext context) {
      if (hand.isPresent()) {
        Hand found = context.resolve(hand.get());
        return Robot.of(found, driver(found.driver(), "hand", hand.get().path()));
      }
      ComponentRef<Arm> reference = arm.orElseThrow();
      Arm found = context.resolve(reference);
      return Robot.of(found, driver(found.driver(), "arm", reference.path()));
    }

    private static JointDriver driver(
        Optional<? extends JointDriver> driver, String role, String path) {
      return driver
          .<JointDriver>map(it -> it)
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      ("the %s at '%s' has no driver, so nothing can be moved; add one, such as its"
                              + " twin: --set %s.TYPE.driver.type=twin, with the %s's type for TYPE")
                          .formatted(role, path, path, role)));
    }
  }
}
