package org.dextwin.experiments.simulate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.robot.Arm;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;

/**
 * A scene: objects, perhaps a ground, perhaps a hand, or an arm with or without one. The world's z
 * axis points up.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param contact how surfaces answer contact
 * @param ground horizontal ground
 * @param objects what lies, falls or stands there
 * @param hand where the hand is
 * @param arm where the arm is
 */
record SceneConfig(
    @Key(
            doc =
                "How surfaces answer contact; objects, ground and hand may have a friction of their own.")
        Contact contact,
    @Key(doc = "Horizontal ground; left out, there is none.") Optional<Ground> ground,
    @Key(doc = "Objects.", byDefault = "[]") List<ObjectConfig> objects,
    @Key(doc = "Where the hand is; left out, there is none.") Optional<HandPlacement> hand,
    @Key(
            doc =
                "Where the arm is; left out, there is none. The hand on it is the tool of the arm's"
                    + " own block.")
        Optional<ArmPlacement> arm) {

  /** Name of the ground in the scene. */
  static final String GROUND = "ground";

  /** Name of the hand in the scene. */
  static final String HAND = "hand";

  /** Name of the arm in the scene. */
  static final String ARM = "arm";

  /** Checks that there is something to simulate, under names of its own. */
  SceneConfig {
    objects = List.copyOf(objects);
    Set<String> names = new HashSet<>(Set.of(GROUND, HAND, ARM));
    for (ObjectConfig object : objects) {
      if (!names.add(object.name())) {
        throw new IllegalArgumentException(
            "object name '" + object.name() + "' is taken; ground, hand and arm are names as well");
      }
    }
    if (hand.isPresent() && arm.isPresent()) {
      throw new IllegalArgumentException(
          "the scene places a hand and an arm; keep one: the hand on an arm is the arm's tool, as in"
              + " arm { tool = hand }");
    }
    if (hand.isEmpty() && arm.isEmpty() && objects.stream().allMatch(ObjectConfig::fixed)) {
      throw new IllegalArgumentException("nothing in the scene can move; add an object or a hand");
    }
  }

  /** Returns where the robot is, if there is one. */
  Optional<Placement> robot() {
    return hand.<Placement>map(it -> it).or(() -> arm);
  }

  /** Where a robot is. */
  sealed interface Placement {

    /** Name of the robot in the scene, and of its block in the configuration. */
    String name();

    /** Origin of its root [m]. */
    Vec3 positionM();

    /** Roll, pitch and yaw of its root [degrees]. */
    Vec3 rotationDeg();

    /** Where joints start, by name [rad]. */
    Map<String, Double> jointsRad();

    /** Its own coefficient of friction. */
    Optional<Double> friction();
  }

  /**
   * How surfaces answer contact (see {@link org.dextwin.api.model.Material}).
   *
   * @param friction Coulomb coefficient
   * @param stiffnessNPerM stiffness of a contact [N/m]
   * @param dampingNSPerM damping of a contact [N s/m]
   */
  record Contact(
      @Key(doc = "Coulomb coefficient.", atLeast = 0, atMost = 10) double friction,
      @Key(doc = "Stiffness of a contact; stiffer needs smaller time steps.", above = 0)
          double stiffnessNPerM,
      @Key(doc = "Damping of a contact.", atLeast = 0) double dampingNSPerM) {}

  /**
   * Horizontal ground.
   *
   * @param heightM its height [m]
   * @param friction its own coefficient
   */
  record Ground(
      @Key(doc = "Its height.", byDefault = "0") double heightM,
      @Key(doc = "Its own Coulomb coefficient.", atLeast = 0, atMost = 10)
          Optional<Double> friction) {}

  /**
   * Where the hand is.
   *
   * @param hand the hand
   * @param positionM the palm's origin [m]
   * @param rotationDeg the palm's roll, pitch and yaw [degrees]
   * @param jointsRad where joints start, by name [rad]
   * @param friction its own coefficient
   */
  record HandPlacement(
      @Key(doc = "The hand.") ComponentRef<Hand> hand,
      @Key(doc = "Origin of the palm's frame in the world.") Vec3 positionM,
      @Key(
              doc =
                  "Roll, pitch and yaw of the palm's frame: turns about the world's x, then y, then z.",
              byDefault = "[0, 0, 0]")
          Vec3 rotationDeg,
      @Key(
              doc = "Where joints start, by name; others start at 0, or at their nearest limit.",
              byDefault = "{}")
          Map<String, Double> jointsRad,
      @Key(doc = "Its own Coulomb coefficient.", atLeast = 0, atMost = 10)
          Optional<Double> friction)
      implements Placement {

    @Override
    public String name() {
      return HAND;
    }
  }

  /**
   * Where the arm is.
   *
   * @param arm the arm
   * @param positionM the origin of its base [m]
   * @param rotationDeg the base's roll, pitch and yaw [degrees]
   * @param jointsRad where joints start, by name [rad]
   * @param friction its own coefficient
   */
  record ArmPlacement(
      @Key(doc = "The arm.") ComponentRef<Arm> arm,
      @Key(doc = "Origin of the base's frame in the world.", byDefault = "[0, 0, 0]")
          Vec3 positionM,
      @Key(
              doc =
                  "Roll, pitch and yaw of the base's frame: turns about the world's x, then y, then z.",
              byDefault = "[0, 0, 0]")
          Vec3 rotationDeg,
      @Key(
              doc =
                  "Where joints start, by name, those of the hand as \"hand/NAME\"; others start at"
                      + " 0, or at their nearest limit.",
              byDefault = "{}")
          Map<String, Double> jointsRad,
      @Key(doc = "Its own Coulomb coefficient.", atLeast = 0, atMost = 10)
          Optional<Double> friction)
      implements Placement {

    @Override
    public String name() {
      return ARM;
    }
  }
}
