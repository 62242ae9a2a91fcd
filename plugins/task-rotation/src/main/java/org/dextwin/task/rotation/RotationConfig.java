package org.dextwin.task.rotation;

import java.util.List;
import java.util.Optional;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.Key;
import org.dextwin.task.rotation.internal.measure.AxisSet;
import org.dextwin.task.rotation.internal.reality.Draw;
import org.dextwin.task.rotation.internal.reward.RewardConfig;
import org.dextwin.task.rotation.internal.world.Control;
import org.dextwin.task.rotation.internal.world.ShapeConfig;

/**
 * Settings of the task {@code rotation}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param world hand and engine
 * @param objects what is turned
 * @param axes what it is turned about
 * @param axisSet the same by the name of a set
 * @param goalOriented whether an orientation is to be reached
 * @param observation what a policy sees
 * @param placeM where objects are put on the palm [m]
 * @param supportS how long an object is held over the palm [s]
 * @param episodeS length of an episode [s]
 * @param lostM displacement at which an object counts as dropped [m]
 * @param jitter what differs from episode to episode at the start
 * @param randomisation what differs all through
 * @param reward weights of the reward
 */
record RotationConfig(
    @Key(doc = "Hand and engine.") HandConfig world,
    @Key(doc = "What is turned; an episode draws one of them.") List<ShapeConfig> objects,
    @Key(doc = "What it is turned about, in the world; an episode draws one.", byDefault = "[]")
        List<Vec3> axes,
    @Key(doc = "The same by the name of a set: principal, diagonal or general.")
        Optional<AxisSet> axisSet,
    @Key(
            doc = "Whether an orientation is drawn that is to be reached, and the axis by it.",
            byDefault = "false")
        boolean goalOriented,
    @Key(
            doc =
                "What a policy sees: student, what a real hand has, or oracle, object and forces as"
                    + " well.",
            byDefault = "student")
        View observation,
    @Key(
            doc =
                "Where objects are put, from the middle of the palm: to the fingertips and to the"
                    + " side of the thumb.",
            byDefault = "[0, 0]")
        List<Double> placeM,
    @Key(
            doc =
                "How long an object is held over the palm while the policy acts already; nothing is"
                    + " measured in that time.",
            byDefault = "0.5",
            atLeast = 0)
        double supportS,
    @Key(doc = "Length of an episode.", byDefault = "20", above = 0, atMost = 3600) double episodeS,
    @Key(doc = "How far from its start an object counts as dropped.", byDefault = "0.08", above = 0)
        double lostM,
    @Key(doc = "What differs from episode to episode at the start.", byDefault = "{}")
        Jitter jitter,
    @Key(doc = "What differs all through an episode.", byDefault = "{}")
        Randomisation randomisation,
    @Key(doc = "Weights of the reward.", byDefault = "{}") RewardConfig reward) {

  /** Checks what one key cannot tell. */
  RotationConfig {
    objects = List.copyOf(objects);
    axes = List.copyOf(axes);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("objects is empty; name one or more to turn");
    }
    if (placeM.size() != 2) {
      throw new IllegalArgumentException(
          "place-m is " + placeM + "; it must be [forward, to the thumb]");
    }
    int ways = (axes.isEmpty() ? 0 : 1) + (axisSet.isPresent() ? 1 : 0) + (goalOriented ? 1 : 0);
    if (ways > 1) {
      throw new IllegalArgumentException(
          "axes, axis-set and goal-oriented each say what to turn about; keep one of them");
    }
    for (Vec3 axis : axes) {
      if (axis.norm() == 0) {
        throw new IllegalArgumentException("an axis is zero; it must point somewhere");
      }
    }
  }

  /** What a policy sees. */
  enum View {
    /** What a real hand has. */
    STUDENT,
    /** Object, contacts and forces as well. */
    ORACLE
  }

  /**
   * What differs at the start.
   *
   * @param placeM largest displacement of the object along each axis [m]
   * @param yawDeg largest turn of it [degrees]
   * @param jointsRad largest displacement of a joint [rad]
   */
  record Jitter(
      @Key(doc = "Largest displacement of the object each way.", byDefault = "0.003", atLeast = 0)
          double placeM,
      @Key(doc = "Largest turn of the object about its z axis.", byDefault = "10", atLeast = 0)
          double yawDeg,
      @Key(doc = "Largest displacement of a joint.", byDefault = "0.02", atLeast = 0)
          double jointsRad) {}

  /**
   * What differs all through an episode; each is drawn evenly from its range.
   *
   * <p><i>References</i>: DexNDM, C and Table 9.
   *
   * @param massKg mass of the object [kg]
   * @param friction Coulomb coefficient
   * @param scale factor of the object's size
   * @param positionGain factor of the servos' position gains
   * @param velocityGain factor of the servos' velocity gains
   * @param forcePerMass standard deviation of a force on the object, by its mass [N/kg]
   * @param forceProbability probability that the force is drawn anew in a step
   */
  record Randomisation(
      @Key(doc = "Mass of the object; left out, its own.", above = 0) Optional<List<Double>> massKg,
      @Key(doc = "Coulomb coefficient; left out, that of the contact.", above = 0)
          Optional<List<Double>> friction,
      @Key(doc = "Factor of the object's size, of which there are five.", above = 0)
          Optional<List<Double>> scale,
      @Key(doc = "Factor of the position gains.", above = 0) Optional<List<Double>> positionGain,
      @Key(doc = "Factor of the velocity gains.", above = 0) Optional<List<Double>> velocityGain,
      @Key(
              doc = "Standard deviation of each part of a random force on the object, by its mass.",
              byDefault = "0",
              atLeast = 0)
          double forcePerMass,
      @Key(
              doc = "Probability that the force is drawn anew in a step.",
              byDefault = "0.25",
              atLeast = 0,
              atMost = 1)
          double forceProbability) {

    /** Checks the ranges. */
    Randomisation {
      massKg.ifPresent(range -> Draw.require("mass-kg", range));
      friction.ifPresent(range -> Draw.require("friction", range));
      scale.ifPresent(range -> Draw.require("scale", range));
      positionGain.ifPresent(range -> Draw.require("position-gain", range));
      velocityGain.ifPresent(range -> Draw.require("velocity-gain", range));
    }
  }

  /** What may be drawn to turn about. */
  List<Vec3> allAxes() {
    if (axisSet.isPresent()) {
      return axisSet.get().axes();
    }
    return axes.isEmpty() ? List.of(Vec3.Z) : axes.stream().map(Vec3::normalized).toList();
  }

  int steps() {
    return Math.max(1, (int) Math.round(episodeS / Control.PERIOD));
  }

  int supportSteps() {
    return (int) Math.round(supportS / Control.PERIOD);
  }
}
