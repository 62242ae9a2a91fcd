package org.dextwin.retarget.vector;

import java.util.Map;
import java.util.Optional;
import org.dextwin.api.learning.HumanFinger;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.spi.Key;

/**
 * Configuration of {@code vector}.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param objective what the fingertips follow
 * @param steps whether palm and fingers are fitted one after the other
 * @param scale size of the robot hand over that of the human one
 * @param fingers which finger follows which
 * @param axes axes of the robot hand
 * @param offsetM where the robot's knuckle is from the human one [m]
 * @param rotationDeg turn of the robot hand against the human one [degrees]
 * @param weights weights of the terms
 */
record VectorConfig(
    @Key(
            doc =
                "vector: fingertips follow the vectors from the middle finger's knuckle, scaled by"
                    + " the sizes of the hands; for gestures and teleoperation. position:"
                    + " fingertips go where the human ones are; for grasps of an object.",
            byDefault = "vector")
        Objective objective,
    @Key(
            doc =
                "two: the palm is laid on the human one by the middle finger's knuckle, then the"
                    + " fingers follow. one: palm (or arm) and fingers together, so that the palm"
                    + " may yield for the fingertips.",
            byDefault = "two")
        Steps steps,
    @Key(
            doc =
                "For objective = vector: robot size over human size; left out, the ratio of the"
                    + " fingers' lengths.",
            above = 0)
        Optional<Double> scale,
    @Key(
            doc =
                "Human finger that each finger of the robot follows, such as { thumb = thumb, left ="
                    + " index }; left out, found by geometry: the thumb is the finger least like"
                    + " the others, those next to it are index, middle, ring and little.",
            byDefault = "{}")
        Map<String, HumanFinger> fingers,
    @Key(
            doc =
                "Axes of the robot's palm; left out, found by geometry: fingers point ahead with all"
                    + " joints at zero, and close away from the back.")
        Optional<Axes> axes,
    @Key(
            doc =
                "Where the robot's knuckle is from the human one: towards the fingertips, to the"
                    + " left seen from the back with the fingers up, out of the back of the hand.",
            byDefault = "[0, 0, 0]")
        Vec3 offsetM,
    @Key(
            doc = "Roll, pitch and yaw of the robot hand about these axes, against the human hand.",
            byDefault = "[0, 0, 0]")
        Vec3 rotationDeg,
    @Key(doc = "Weights of the terms.", byDefault = "{}") Weights weights) {

  /** What the fingertips follow. */
  enum Objective {
    /** Vectors from the knuckle, scaled. */
    VECTOR,
    /** Places. */
    POSITION
  }

  /** Whether palm and fingers are fitted one after the other. */
  enum Steps {
    /** The palm first, then the fingers. */
    TWO,
    /** All at once. */
    ONE
  }

  /**
   * Axes of a robot's palm, in the frame of its root link.
   *
   * @param ahead where open fingers point
   * @param back out of the back of the hand
   */
  record Axes(
      @Key(doc = "Where the open fingers point, in the frame of the palm link.") Vec3 ahead,
      @Key(doc = "Out of the back of the hand, in the frame of the palm link.") Vec3 back) {

    /**
     * Checks that they span a plane.
     *
     * @param ahead where open fingers point
     * @param back out of the back of the hand
     */
    Axes {
      if (!(ahead.cross(back).norm() > 1e-6 * ahead.norm() * back.norm())) {
        throw new IllegalArgumentException(
            "axes: ahead " + ahead + " and back " + back + " must be at an angle");
      }
    }
  }

  /**
   * Weights, as lengths against one metre of error at a fingertip, and bounds.
   *
   * @param opposition of the vectors from the thumb's tip to the other tips
   * @param smoothnessM of a joint's change from the pose before [m per rad]
   * @param postureM of a joint's distance from the middle of its range [m per rad]
   * @param largestStepRad farthest that a joint may go from the pose before [rad]
   * @param clearance of a distance that is missing
   * @param selfClearanceM distance to keep between fingers [m]
   * @param palm of the palm's place, for steps = one
   * @param palmTurnM of the palm's turn, for steps = one [m per rad]
   */
  record Weights(
      @Key(
              doc = "Weight of the vectors from the tip of the thumb to the other tips.",
              byDefault = "0.5",
              atLeast = 0)
          double opposition,
      @Key(
              doc =
                  "Error of a fingertip that weighs as much as a joint's change of 1 rad a frame.",
              byDefault = "0.002",
              atLeast = 0)
          double smoothnessM,
      @Key(
              doc =
                  "Error of a fingertip that weighs as much as 1 rad away from the middle of a"
                      + " joint's range; settles what the fingertips leave free.",
              byDefault = "0.0005",
              atLeast = 0)
          double postureM,
      @Key(
              doc =
                  "Farthest that a joint may go from one pose to the next; 0.3 rad at 30 Hz is 9"
                      + " rad/s, about what servos of hands can do.",
              byDefault = "0.3",
              above = 0)
          double largestStepRad,
      @Key(doc = "Weight of a missing clearance.", byDefault = "3", atLeast = 0) double clearance,
      @Key(
              doc = "Distance to keep between fingers, taken for rods as thick as their tips.",
              byDefault = "0.001")
          double selfClearanceM,
      @Key(
              doc = "Weight of the palm's distance from the human hand's, for steps = one.",
              byDefault = "0.2",
              above = 0)
          double palm,
      @Key(
              doc =
                  "Error of a fingertip that weighs as much as 1 rad of the palm's turn, for steps ="
                      + " one.",
              byDefault = "0.02",
              above = 0)
          double palmTurnM) {

    /** The same without what fingers have to do with each other. */
    Weights eachFingerAlone() {
      return new Weights(
          0, smoothnessM, postureM, largestStepRad, 0, selfClearanceM, palm, palmTurnM);
    }
  }
}
