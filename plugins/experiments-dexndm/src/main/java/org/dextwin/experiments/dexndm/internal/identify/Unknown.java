package org.dextwin.experiments.dexndm.internal.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.sim.Parameter;

/**
 * A number to be identified. All are positive, and sought as the logarithm x of their ratio to the
 * model's value or, of what the model lacks, to a usual one; x is known beforehand to be about
 * zero.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param kind what it is
 * @param subject joint, link or branch it belongs to
 * @param unit the model's value, or a usual one, in SI units
 * @param deviation standard deviation of x that is assumed beforehand
 */
record Unknown(Kind kind, String subject, double unit, double deviation) {

  /** Name of the hand in scenes. */
  static final String HAND = "hand";

  private static final double USUAL_FRICTION = 0.01;
  private static final double USUAL_DELAY = 0.01;
  private static final double USUAL_BACKLASH = 0.01;

  /** Gains may well be off by half or double. */
  private static final double GAIN_DEVIATION = 1;

  private static final double MASS_DEVIATION = 0.5;
  private static final double BESIDES_DEVIATION = 1.5;

  /** What the model lacks is as good as absent at this x. */
  private static final double ABSENT = -6;

  /** Kinds of unknowns. */
  enum Kind {
    POSITION_GAIN(Optional.of(Parameter.Kind.POSITION_GAIN)),
    VELOCITY_GAIN(Optional.of(Parameter.Kind.VELOCITY_GAIN)),
    MASS(Optional.of(Parameter.Kind.MASS)),
    FRICTION(Optional.of(Parameter.Kind.JOINT_FRICTION)),
    // what happens to targets is no parameter of an engine
    DELAY(Optional.empty()),
    BACKLASH(Optional.empty());

    private final Optional<Parameter.Kind> parameter;

    Kind(Optional<Parameter.Kind> parameter) {
      this.parameter = parameter;
    }
  }

  double value(double x) {
    return unit * Math.exp(x);
  }

  /** The model's x. */
  double nominal() {
    return switch (kind) {
      case POSITION_GAIN, VELOCITY_GAIN, MASS -> 0;
      case FRICTION, DELAY, BACKLASH -> ABSENT;
    };
  }

  /** Whether it is a parameter of the engine. */
  boolean isParameter() {
    return kind.parameter.isPresent();
  }

  /** Name of the engine's parameter. */
  String parameter() {
    return Parameter.name(HAND + "/" + subject, kind.parameter.orElseThrow());
  }

  /** The unknowns of a branch, as far as an engine has them. */
  static List<Unknown> of(Branch branch, Set<Nuisance> nuisances, Set<String> parameters) {
    RobotModel robot = branch.robot();
    List<Unknown> unknowns = new ArrayList<>();
    for (Actuator actuator : robot.actuators()) {
      unknowns.add(
          new Unknown(Kind.POSITION_GAIN, actuator.joint(), actuator.kp(), GAIN_DEVIATION));
      unknowns.add(
          new Unknown(Kind.VELOCITY_GAIN, actuator.joint(), actuator.kd(), GAIN_DEVIATION));
    }
    for (Joint joint : robot.joints()) {
      robot
          .link(joint.child())
          .mass()
          .ifPresent(
              it -> unknowns.add(new Unknown(Kind.MASS, joint.child(), it.mass(), MASS_DEVIATION)));
    }
    for (String joint : branch.joints()) {
      if (nuisances.contains(Nuisance.FRICTION)) {
        unknowns.add(new Unknown(Kind.FRICTION, joint, USUAL_FRICTION, BESIDES_DEVIATION));
      }
      if (nuisances.contains(Nuisance.BACKLASH)) {
        unknowns.add(new Unknown(Kind.BACKLASH, joint, USUAL_BACKLASH, BESIDES_DEVIATION));
      }
    }
    if (nuisances.contains(Nuisance.DELAY)) {
      unknowns.add(new Unknown(Kind.DELAY, branch.name(), USUAL_DELAY, BESIDES_DEVIATION));
    }
    unknowns.removeIf(
        it -> !(it.unit > 0) || (it.isParameter() && !parameters.contains(it.parameter())));
    return List.copyOf(unknowns);
  }
}
