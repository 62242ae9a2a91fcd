package org.dextwin.experiments.drex.internal.synthetic;

import java.util.List;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * Settings of the synthetic method. Ranges are pairs [lowest, largest].
 *
 * @param world engine in which the pushes happen
 * @param search engine in which minima of the loss are looked for; may be coarser
 * @param engine engine in which the masses are fitted
 * @param runs number of pushes; shapes take turns
 * @param shapes what is pushed
 * @param massKg range of masses, spread evenly over their logarithm [kg]
 * @param friction range of the coefficient of friction
 * @param frictionError relative error of the belief in the friction, up or down
 * @param frictionLogSigma standard deviation of the logarithm of that belief
 * @param fingers range of the number of fingers
 * @param gapM range of the gap before the fingertips [m]
 * @param contactHeight range of the height of the fingertips at contact, as part of the object's
 * @param handHeightSigmaM standard deviation of what is known of the height of the hand [m]
 * @param worldContact contacts of the world
 * @param tracker what the pose tracker makes of the motion
 * @param jointRateHz joint readings per second [Hz]
 * @param jointNoiseRad standard deviation of a joint reading [rad]
 * @param startFactor factor on the quasi-static mass around which the search begins
 * @param patience factor on the iterations after which descents are given up
 * @param noiseReplica which of the noises the pushes are seen with; the pushes stay the same
 * @param guards number of pushes that are also fitted with their contact removed, and with the
 *     trajectory of another push
 * @param recordedForces whether each mass is also fitted in D-REX's own architecture
 */
public record SyntheticConfig(
    @Key(doc = "Engine in which the pushes happen; another than the one that fits.")
        ComponentRef<Simulator> world,
    @Key(doc = "Engine in which minima of the loss are looked for; may be coarser.")
        ComponentRef<Simulator> search,
    @Key(doc = "Engine in which the masses are fitted.") ComponentRef<Simulator> engine,
    @Key(doc = "Number of pushes; shapes take turns.", atLeast = 1, atMost = 10000) int runs,
    @Key(doc = "What is pushed.") List<ShapeRange> shapes,
    @Key(doc = "Range of masses, spread evenly over the logarithm.", above = 0, atMost = 100)
        List<Double> massKg,
    @Key(doc = "Range of the coefficient of friction.", above = 0, atMost = 2)
        List<Double> friction,
    @Key(doc = "Relative error of the belief in the friction, up or down.", atLeast = 0, below = 1)
        double frictionError,
    @Key(doc = "Standard deviation of the logarithm of that belief.", above = 0, atMost = 2)
        double frictionLogSigma,
    @Key(doc = "Range of the number of fingers.", atLeast = 1, atMost = 3) List<Integer> fingers,
    @Key(doc = "Range of the gap before the fingertips.", above = 0, atMost = 0.05)
        List<Double> gapM,
    @Key(
            doc = "Range of the height of the fingertips at contact, as part of the object's.",
            above = 0,
            below = 1)
        List<Double> contactHeight,
    @Key(doc = "Standard deviation of what is known of the height of the hand.", above = 0)
        double handHeightSigmaM,
    @Key(doc = "Contacts of the world.") WorldContact worldContact,
    @Key(doc = "What the pose tracker makes of the motion.") Tracker tracker,
    @Key(doc = "Joint readings per second.", atLeast = 30, atMost = 10000) double jointRateHz,
    @Key(doc = "Standard deviation of a joint reading.", atLeast = 0) double jointNoiseRad,
    @Key(
            doc =
                "Factor on the quasi-static mass around which the search begins; results should not"
                    + " depend on it.",
            byDefault = "1",
            above = 0,
            atMost = 10)
        double startFactor,
    @Key(
            doc =
                "Factor on the iterations after which descents are given up; results should not"
                    + " depend on it.",
            byDefault = "1",
            atLeast = 1,
            atMost = 100)
        int patience,
    @Key(
            doc =
                "Which of the noises the same pushes are seen with: the spread of the masses over"
                    + " several checks their intervals.",
            byDefault = "0",
            atLeast = 0,
            atMost = 10000)
        int noiseReplica,
    @Key(
            doc =
                "Number of pushes that are also fitted with their contact removed, and with the"
                    + " trajectory of another push; neither should identify a mass.",
            byDefault = "0",
            atLeast = 0,
            atMost = 10000)
        int guards,
    @Key(
            doc =
                "Whether each mass is also fitted in D-REX's own architecture: contact points and"
                    + " forces recorded in the world drive the object in the engine.",
            byDefault = "false")
        boolean recordedForces) {

  /** Checks the ranges. */
  public SyntheticConfig {
    shapes = List.copyOf(shapes);
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("shapes is empty; name at least one");
    }
    massKg = range("mass-kg", massKg);
    friction = range("friction", friction);
    gapM = range("gap-m", gapM);
    contactHeight = range("contact-height", contactHeight);
    fingers = List.copyOf(fingers);
    if (fingers.size() != 2 || fingers.get(0) > fingers.get(1)) {
      throw new IllegalArgumentException("fingers is " + fingers + ", not [lowest, largest]");
    }
  }

  private static List<Double> range(String key, List<Double> values) {
    if (values.size() != 2 || values.get(0) > values.get(1)) {
      throw new IllegalArgumentException(key + " is " + values + ", not [lowest, largest]");
    }
    return List.copyOf(values);
  }

  /** Kinds of shapes. */
  public enum ShapeKind {
    /** A box. */
    BOX,
    /** An upright cylinder. */
    CYLINDER,
    /** A letter T as a mesh, pushed on its flat side. */
    LETTER
  }

  /**
   * Shapes of one kind.
   *
   * @param name name in tables
   * @param kind the kind
   * @param halfDepthM range of half the extent along the push, or of the radius [m]
   * @param heightM range of the height [m]
   * @param widthM extent across the push; a cylinder has none [m]
   */
  public record ShapeRange(
      @Key(doc = "Name in tables.") String name,
      @Key(doc = "The kind.") ShapeKind kind,
      @Key(doc = "Range of half the extent along the push, or of the radius.", above = 0)
          List<Double> halfDepthM,
      @Key(doc = "Range of the height.", above = 0) List<Double> heightM,
      @Key(doc = "Extent across the push; a cylinder has none.", above = 0) double widthM) {

    /** Checks the ranges. */
    public ShapeRange {
      halfDepthM = range("half-depth-m", halfDepthM);
      heightM = range("height-m", heightM);
    }
  }

  /**
   * Contacts of the world.
   *
   * @param tableStiffnessNM stiffness of object and table [N/m]
   * @param tipStiffnessNM stiffness of object and fingertips [N/m]
   * @param dampingNSM damping of both [N s/m]
   */
  public record WorldContact(
      @Key(doc = "Stiffness of object and table.", above = 0) double tableStiffnessNM,
      @Key(doc = "Stiffness of object and fingertips.", above = 0) double tipStiffnessNM,
      @Key(doc = "Damping of both.", atLeast = 0) double dampingNSM) {}

  /**
   * Rate and noise of a pose tracker.
   *
   * @param rateHz poses per second [Hz]
   * @param positionNoiseM standard deviation of each coordinate [m]
   * @param rotationNoiseRad standard deviation of each rotation-vector coordinate [rad]
   */
  public record Tracker(
      @Key(doc = "Poses per second.", above = 0) double rateHz,
      @Key(doc = "Standard deviation of each coordinate.", above = 0) double positionNoiseM,
      @Key(doc = "Standard deviation of each coordinate of the rotation vector.", above = 0)
          double rotationNoiseRad) {}
}
