package org.dextwin.experiments.drex.internal.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dextwin.api.math.Quat;
import org.dextwin.api.math.SymmetricMatrix3;
import org.dextwin.api.math.Vec3;
import org.dextwin.api.model.Actuator;
import org.dextwin.api.model.Collider;
import org.dextwin.api.model.Joint;
import org.dextwin.api.model.Link;
import org.dextwin.api.model.MassProperties;
import org.dextwin.api.model.RobotModel;
import org.dextwin.api.model.Scene;
import org.dextwin.api.model.Shape;

/**
 * A hand of straight fingers that hang from hinges and swing along x, with saturated servos like
 * those of an Allegro hand, scaled so that they can move the object.
 *
 * @param strength factor of the motors on those of the real hand
 * @param inertia inertia of a finger about its hinge [kg m^2]
 * @param frictions dry friction of the hinges [N m]
 * @param starts positions of the hinges at the start [rad]
 */
record SyntheticHand(double strength, double inertia, List<Double> frictions, List<Double> starts) {

  /** Length from hinge to tip [m]: an Allegro finger from the second joint on. */
  static final double LENGTH = 0.119;

  /** Radius of a fingertip [m]. */
  static final double TIP_RADIUS = 0.0095;

  /** Distance of the hinges across the push [m]: fingertips just clear each other. */
  private static final double SPACING = 0.022;

  private static final double TARGET = 1.3;
  private static final double START = -0.55;
  private static final double START_SPREAD = 0.02;

  // An Allegro hand's motors: driver units over driver units per N m (about 3).
  private static final double SATURATION = 0.3 / 3;
  private static final double DAMPING = 0.11 / 3;
  private static final double STIFFNESS = 2.0 / 3;
  private static final double FRICTION = 0.05 / 3;
  private static final double INERTIA = 7e-4;

  private static final double LINK_MASS = 0.127;
  private static final double LINK_CENTER = 0.045;
  private static final double LINK_INERTIA = 8.6e-5;

  /** Torque limit of the world's servos: the saturation is that of their drive [N m]. */
  private static final double UNLIMITED = 1e3;

  static SyntheticHand draw(int fingers, double force, RandomGenerator random) {
    double capacity = fingers * (SATURATION - FRICTION) / LENGTH;
    double strength = Math.max(1, (1.5 + random.nextDouble()) * force / capacity);
    double inertia = INERTIA * Math.sqrt(strength) * (0.85 + 0.3 * random.nextDouble());
    List<Double> frictions = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      frictions.add(FRICTION * strength * (0.8 + 0.4 * random.nextDouble()));
      starts.add(START + START_SPREAD * (2 * random.nextDouble() - 1));
    }
    return new SyntheticHand(strength, inertia, List.copyOf(frictions), List.copyOf(starts));
  }

  int fingers() {
    return frictions.size();
  }

  double saturation() {
    return SATURATION * strength;
  }

  double damping() {
    return DAMPING * strength;
  }

  /** What is declared of the dry friction; each hinge has its own [N m]. */
  double nominalFriction() {
    return FRICTION * strength;
  }

  /** What is declared of the rotors; the true ones differ [kg m^2]. */
  double nominalArmature() {
    return nominalInertia() - linkInertia();
  }

  /** What is declared of the inertia of a finger about its hinge [kg m^2]. */
  double nominalInertia() {
    return INERTIA * Math.sqrt(strength);
  }

  /** Torque that holds a finger against its weight [N m]. */
  static double weight(double q) {
    return LINK_MASS * Scene.EARTH_GRAVITY.norm() * LINK_CENTER * Math.sin(q);
  }

  private static double linkInertia() {
    return LINK_INERTIA + LINK_MASS * LINK_CENTER * LINK_CENTER;
  }

  /** What the servo of a hinge does [N m]. */
  double torque(double q, double v) {
    double drive = STIFFNESS * strength * (TARGET - q);
    return Math.max(-saturation(), Math.min(saturation(), drive)) - damping() * v;
  }

  static double target() {
    return TARGET;
  }

  static String joint(int finger) {
    return "hinge-" + finger;
  }

  static String link(int finger) {
    return "finger-" + finger;
  }

  static Vec3 tip() {
    return new Vec3(0, 0, -LENGTH);
  }

  /** The hand with its true motors. */
  RobotModel model() {
    List<Link> links = new ArrayList<>();
    List<Joint> joints = new ArrayList<>();
    List<Actuator> actuators = new ArrayList<>();
    links.add(new Link("palm", Optional.empty(), List.of()));
    MassProperties mass =
        new MassProperties(
            LINK_MASS,
            new Vec3(0, 0, -LINK_CENTER),
            SymmetricMatrix3.diagonal(LINK_INERTIA, LINK_INERTIA, 1e-5));
    Collider tip = new Collider("tip", new Shape.Sphere(TIP_RADIUS), tip(), Quat.IDENTITY);
    for (int i = 0; i < fingers(); i++) {
      links.add(new Link(link(i), Optional.of(mass), List.of(tip)));
      joints.add(
          new Joint(
              joint(i),
              Joint.Type.REVOLUTE,
              "palm",
              link(i),
              new Vec3(0, SPACING * (i - (fingers() - 1) / 2.0), 0),
              Quat.IDENTITY,
              // a hanging finger swings to +x
              Vec3.Y.negated(),
              -Math.PI,
              Math.PI,
              0,
              frictions.get(i),
              inertia - linkInertia()));
      actuators.add(
          new Actuator(
              joint(i),
              joint(i),
              STIFFNESS * strength,
              damping(),
              UNLIMITED,
              saturation() / damping()));
    }
    return new RobotModel("synthetic-hand", "palm", links, joints, actuators);
  }
}
