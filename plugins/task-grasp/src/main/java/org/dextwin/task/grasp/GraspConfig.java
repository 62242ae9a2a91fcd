package org.dextwin.task.grasp;

import java.util.List;
import org.dextwin.api.model.Material;
import org.dextwin.api.robot.Hand;
import org.dextwin.api.sim.Simulator;
import org.dextwin.api.spi.ComponentRef;
import org.dextwin.api.spi.Key;
import org.dextwin.task.grasp.internal.control.Motors;
import org.dextwin.task.grasp.internal.object.ObjectConfig;
import org.dextwin.task.grasp.internal.world.DisturbanceConfig;
import org.dextwin.task.grasp.internal.world.MotionConfig;

/**
 * Settings of the task.
 *
 * <p><i>Thread safety</i>: immutable.
 *
 * @param hand the hand
 * @param simulator the engine
 * @param objects what is grasped
 * @param contact how surfaces answer contact
 * @param controller forces of the fingers
 * @param motion how the hand moves
 * @param disturbance what shakes an attempt
 * @param vertices points of the surface that a policy sees
 * @param minContacts fingers that are to touch all through lift and hold
 * @param demonstrations how examples are made
 */
record GraspConfig(
    @Key(doc = "The hand; it hangs on a stiff portal.") ComponentRef<Hand> hand,
    @Key(doc = "The engine.") ComponentRef<Simulator> simulator,
    @Key(doc = "What is grasped; an episode draws one of them.") List<ObjectConfig> objects,
    @Key(doc = "How hand, objects and table answer contact.") Contact contact,
    @Key(doc = "Forces of the fingers.") Controller controller,
    @Key(doc = "How the hand moves.", byDefault = "{}") MotionConfig motion,
    @Key(doc = "What shakes an attempt.", byDefault = "{}") DisturbanceConfig disturbance,
    @Key(
            doc = "Points of the object's surface that a policy sees.",
            byDefault = "128",
            atLeast = 1,
            atMost = 100000)
        int vertices,
    @Key(
            doc = "Fingers that are to touch at any time of lift and hold (D-REX, Eq. 11).",
            byDefault = "2",
            atLeast = 1)
        int minContacts,
    @Key(doc = "How examples are made.", byDefault = "{}") Demonstrations demonstrations) {

  /** Checks the names of the objects. */
  GraspConfig {
    objects = List.copyOf(objects);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("objects is empty; name one or more to grasp");
    }
    if (objects.stream().map(ObjectConfig::name).distinct().count() < objects.size()) {
      throw new IllegalArgumentException("two objects have the same name");
    }
  }

  /**
   * How surfaces answer contact (see {@link Material}).
   *
   * @param friction Coulomb coefficient
   * @param stiffnessNPerM stiffness of a contact [N/m]
   * @param dampingNSPerM damping of a contact [N s/m]
   */
  record Contact(
      @Key(doc = "Coulomb coefficient.", above = 0, atMost = 10) double friction,
      @Key(
              doc = "Stiffness of a contact; stiffer needs smaller time steps.",
              byDefault = "1500",
              above = 0)
          double stiffnessNPerM,
      @Key(
              doc =
                  "Damping of a contact. A squeezed light object has many contacts at once, so more"
                      + " than this needs smaller time steps, too.",
              byDefault = "2",
              atLeast = 0)
          double dampingNSPerM) {

    Material material() {
      return new Material(friction, stiffnessNPerM, dampingNSPerM);
    }
  }

  /**
   * Forces of the fingers.
   *
   * @param currentCapMa limit of the motors' current [mA]
   * @param torqueConstantNmPerA torque per current of the motors [N m/A]
   * @param safetyFactor gamma, how much more than the weight a grip is to hold
   */
  record Controller(
      @Key(doc = "Declared limit of the motors' current; the payload follows from it.", above = 0)
          double currentCapMa,
      @Key(doc = "Torque per current of the motors.", above = 0) double torqueConstantNmPerA,
      @Key(
              doc =
                  "How much more than the weight a grip is to hold: gamma of the slip inequality"
                      + " (D-REX, A.6).",
              byDefault = "2",
              atLeast = 1)
          double safetyFactor) {

    Motors motors() {
      return new Motors(torqueConstantNmPerA, currentCapMa);
    }
  }

  /**
   * How examples are made.
   *
   * @param perObject how many of each object
   * @param tipSpreadM standard deviation of where the fingertips go [m]
   * @param tries attempts per example
   */
  record Demonstrations(
      @Key(doc = "How many of each object.", byDefault = "200", atLeast = 0) int perObject,
      @Key(
              doc = "Standard deviation of where fingertips go on the surface.",
              byDefault = "0.003",
              atLeast = 0)
          double tipSpreadM,
      @Key(doc = "Attempts after which an example is given up.", byDefault = "20", atLeast = 1)
          int tries) {}
}
